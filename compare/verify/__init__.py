"""Does the evidence bear the claim out? One module for each kind of claim, asked before it is shown."""
