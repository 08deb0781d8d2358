"""Show how several news outlets tell the same story."""
