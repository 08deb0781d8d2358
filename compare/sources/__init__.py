"""The outside world in, documents out."""
