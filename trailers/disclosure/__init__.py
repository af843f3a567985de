"""What the trailers say of AI help: the vocabulary, and the profiles of the projects that ask for it."""
