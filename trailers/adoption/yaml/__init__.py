"""YAML of a repository: what it says (`value`), and where that stands, for who adds to it (`text`)."""
