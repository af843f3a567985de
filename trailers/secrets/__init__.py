"""Secrets in files, messages and histories: which, where, and what lets one stand."""
