"""A user's own rules, in gitleaks' format, judged in bounded time."""
