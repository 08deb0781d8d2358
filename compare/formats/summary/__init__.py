"""The summary of a comparison: its sections, said once, for a terminal and as Markdown."""
