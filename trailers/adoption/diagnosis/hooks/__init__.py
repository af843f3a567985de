"""Which of our hooks a repository configures, read from what rules git's hooks in it."""
