"""Where secrets are looked for: files, the index, a range, a message; and what is said of them."""
