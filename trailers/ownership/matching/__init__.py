"""Which entries decide about which paths: the fast way, and a slow one that is obviously right."""
