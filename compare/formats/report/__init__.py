"""The report as an HTML page: a module a section, each with a template of the same name."""
