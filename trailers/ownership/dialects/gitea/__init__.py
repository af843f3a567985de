"""Gitea and Forgejo: regular expressions, and every match counts."""
