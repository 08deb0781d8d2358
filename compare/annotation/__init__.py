"""A document in, an article out: sentences, quotes, figures, names."""
