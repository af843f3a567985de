"""The checks, one a file: what was seen in, diagnoses out."""
