"""Filler: what stands in documents and tests where a secret would, typed by a person, not drawn by chance.

A drawn value of sixteen characters or more is taken for filler about once in ten thousand.
"""

from itertools import pairwise

_WORDS = (
    *(b"example", b"placeholder", b"redacted", b"changeme", b"change_me", b"change-me", b"replaceme"),
    *(b"sample", b"insert", b"censored", b"notreal", b"not-real", b"not_real", b"xxxxxx"),
)
# Words so short that a long value has one by chance.
_SHORT_WORDS = (b"your", b"dummy", b"fake", b"xxxx", b"....", b"****")
_LONG = 80
_SEPARATORS = bytes.maketrans(b"_.:/=+", b"------")
# Where counting up goes on: 9 to 0 and a, f and z back to the beginning.
_WRAPS = frozenset(
    {(57, 48), (57, 97), (57, 65), (102, 48), (70, 48), (122, 97), (90, 65), (122, 48), (90, 97)}
)
_SHORTEST = 8
_LONGEST_PERIOD = 64
_LONGEST_WORD = 15


def is_filler(value: bytes) -> bool:
    """Whether the value is typed by hand: a word for it, one character, a row of them, a repeated piece."""
    lowered = value.lower()
    if any(word in lowered for word in _WORDS):
        return True
    if len(value) <= _LONG and any(word in lowered for word in _SHORT_WORDS):
        return True
    pieces = [piece for piece in value.translate(_SEPARATORS).split(b"-") if piece]
    if not pieces:
        return True
    return is_row(max(pieces, key=len)) or is_row(b"".join(pieces)) or _is_prose(pieces)


def is_row(piece: bytes) -> bool:
    """Whether most neighbours are equal or follow each other ("aaaa", "abcd", "a1b2c3"), or it repeats."""
    size = len(piece)
    if size < _SHORTEST:
        return False
    steps = sum(_follows(one, other) for one, other in pairwise(piece))
    if 2 * steps >= size + 3:
        return True
    strides = sum(other - one == 1 for one, other in zip(piece, piece[2:], strict=False))
    if 10 * strides >= 6 * size:
        return True
    periods = range(2, min(size // 2, _LONGEST_PERIOD) + 1)
    return any(piece[period:] == piece[:-period] for period in periods)


def _follows(one: int, other: int) -> bool:
    return -1 <= other - one <= 1 or (one, other) in _WRAPS


def _is_prose(pieces: list[bytes]) -> bool:
    """Whether it reads like words: "sk-put-the-key-of-the-project-here"."""
    if max(map(len, pieces)) > _LONGEST_WORD:
        return False
    words = sum(
        piece.isalpha() and (piece.islower() or piece.isupper()) for piece in pieces if len(piece) > 1
    )
    return len(pieces) >= 4 and 10 * words >= 7 * len(pieces)
