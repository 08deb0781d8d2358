"""Facts in, what a reader should look at out."""
