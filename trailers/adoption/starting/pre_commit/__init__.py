"""Hooks of undersign's in .pre-commit-config.yaml: every byte that is there stays (https://pre-commit.com)."""
