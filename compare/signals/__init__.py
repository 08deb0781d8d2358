"""How alike are two sentences? Named signals, each with its opinion."""
