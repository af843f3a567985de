"""What a commit says of the prompt that it came from, as the project wants it: a keyed digest, its text."""
