"""How random a value's bytes are."""

from math import log2


def entropy(value: bytes) -> float:
    """Shannon's entropy in bits a byte (https://en.wikipedia.org/wiki/Entropy_(information_theory))."""
    size = len(value)
    counts = [value.count(byte) for byte in set(value)]
    return sum(count / size * log2(size / count) for count in counts)
