"""Bitbucket with the Mibex app: groups, merge checks, braces."""
