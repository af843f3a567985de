"""Who owns what: the run over an index or a commit, and the owners at the base of a range."""
