"""The dialects of CODEOWNERS, a file each."""
