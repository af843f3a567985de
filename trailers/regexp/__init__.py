"""Go's regular expressions as they are written, for whoever makes a matcher of them."""
