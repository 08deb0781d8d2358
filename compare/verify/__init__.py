"""Does the evidence bear the claim out? One module for each kind of claim."""
