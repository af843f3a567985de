"""AI-disclosure trailers in git commits: a library and a command."""
