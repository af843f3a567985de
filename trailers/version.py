"""This program's version, the same as in pyproject.toml (a test compares them)."""

VERSION = "0.5.0"
