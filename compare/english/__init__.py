"""All that belongs to the English language: lists of words and the patterns made of them."""
