"""What a pattern cannot say of a match: check sums, structure inside, values that only fill a gap."""
