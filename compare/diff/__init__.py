"""Two texts set side by side: two versions of one article, or two articles on one event."""
