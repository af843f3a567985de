"""Whether a quoted string has enough different characters for the entropy that is asked of it."""

# A string of n different characters has at most log2(n) bits a character: 4.5 of base64 take 23, and 3.0 of
# hexadecimal digits take 8, which nearly every string of 20 characters has.
_LEAST = 23
_OF_STRINGS = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz+/-="
_APART = bytes(byte if byte in _OF_STRINGS else 0 for byte in range(256))


def varied(path: str, data: bytes, offset: int, width: int) -> bool:
    """Whether a string that the offset is in, or at an end of, has so many."""
    del path
    left = data[max(0, offset - width) : offset].translate(_APART).split(b"\0")
    right = data[offset : offset + width].translate(_APART).split(b"\0")
    strings = (*left[-2:-1], left[-1] + right[0], *right[1:2])
    return any(len(set(string)) >= _LEAST for string in strings)
