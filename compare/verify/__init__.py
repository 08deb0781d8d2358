"""Is a claim borne out by the words it opens? A module for each kind, asked before it is shown."""
