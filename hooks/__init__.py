"""Thin adapters that git, pre-commit and prek call: `python -I -m hooks.<name>`."""
