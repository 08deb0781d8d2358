"""Pairs of sentences to links, and links to facts."""
