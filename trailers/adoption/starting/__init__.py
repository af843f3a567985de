"""What a repository is given to begin with: texts and values in, a plan of changes out."""
