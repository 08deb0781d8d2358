"""Does the evidence bear a claim out? One module a kind of claim, asked before it is shown."""
