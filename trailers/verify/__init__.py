"""The disclosure rules, and the run of them over a range."""
