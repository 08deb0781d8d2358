"""A text held against articles: which of its statements they bear out, and which they do not."""
