"""The page of this machine: stories, reports, corrections and lessons without a terminal."""
