"""A checked text as JSON, page, Markdown and text: what its statements are worth, with places."""
