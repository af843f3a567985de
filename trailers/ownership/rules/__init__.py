"""The rules about CODEOWNERS, US3xx, a file each."""
