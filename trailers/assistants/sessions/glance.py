"""What lines of JSON hold, at a glance: enough to leave most of a long transcript unparsed.

A string inside a string has its quotes escaped, so `"model":"` is always a key, though perhaps of another
object than the one meant: where what is found does not settle the matter, a line must be parsed.
"""

from trailers.typed import Iterable

_USUAL = len(b':"2026-11-18T10:00:00.250Z"')


def strings_of(text: bytes, key: bytes) -> list[bytes] | None:
    """The strings under a key, wherever in the lines; None where one of them is not read at a glance."""
    found = []
    for piece in text.split(b'"' + key + b'"')[1:]:
        start = 2 if piece.startswith(b':"') else 3 if piece.startswith(b': "') else 0
        if not start:
            if piece.lstrip(b" \t\r\n")[:1] == b":":
                return None
            continue  # it is a value, not a key
        end = piece.find(b'"', start)
        value = piece[start:end]
        if end < 0 or b"\\" in value:
            return None
        found.append(value)
    return found


def has_only(text: bytes, key: bytes, known: Iterable[bytes]) -> bool:
    """Whether the key stands there with one of these strings after it, and never with anything else."""
    count = text.count(b'"' + key + b'"')
    return count > 0 and count == sum(text.count(b'"' + key + b'":"' + value + b'"') for value in known)


def is_since(text: bytes, earliest: bytes) -> bool:
    """Whether there are times in the lines, and all are of `earliest` (the start of a time) or later."""
    pieces = text.split(b'"timestamp"')
    del pieces[0]
    if not pieces:
        return False
    if _begin_with_times(pieces):
        return min(pieces) >= b':"' + earliest
    times = strings_of(text, b"timestamp")
    return bool(times) and all(
        time >= earliest and 19 < len(time) < 40 and time.endswith(b"Z") for time in times or ()
    )


def _begin_with_times(pieces: list[bytes]) -> bool:
    """Whether all of them begin with a time as most tools write it; without looking at each in Python."""
    if min(pieces) < b':"' or max(pieces) >= b":#":
        return False
    times = b"".join([piece[2:_USUAL] for piece in pieces])
    length, count = _USUAL - 2, len(pieces)
    return (
        len(times) == length * count
        and times[length - 2 :: length] == b"Z" * count
        and times[length - 1 :: length] == b'"' * count == b'"' * times.count(b'"')
        and b"\\" not in times
    )
