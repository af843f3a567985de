"""Who may answer for a change: people, not assistants, and not the ones who made it."""
