"""Does the evidence bear a claim out? A module for each kind of claim, asked before it shows."""
