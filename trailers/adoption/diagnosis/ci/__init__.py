"""Where CI runs undersign, and what there lets a change pass unjudged: one trap a file."""
