"""What git sees in a commit message: text in, values out; reading, writing, near misses."""
