"""`undersign owners`: one file a command."""
