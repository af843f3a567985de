"""`undersign secrets`."""
