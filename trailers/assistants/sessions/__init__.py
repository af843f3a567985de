"""The sessions that assistants keep on disk: which one is at work here, and which models it has used."""
