"""The rules that this room owns, US4xx: one a file, whose docstring is the rule's page."""
