"""A followed story as JSON, page, Markdown and text."""
