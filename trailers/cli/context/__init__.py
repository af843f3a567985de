"""`undersign context`: from a commit to the conversation that it came from."""
