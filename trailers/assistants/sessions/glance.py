"""What lines of JSON hold, at a glance: enough to leave most of a long transcript unparsed.

A string inside a string has its quotes escaped, so `"model":"` is always a key, though perhaps of another
object than the one meant: where what is found does not settle the matter, a line must be parsed.
"""


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


def is_since(text: bytes, earliest: bytes) -> bool:
    """Whether all times in the lines are of `earliest` (the start of a time) or later."""
    times = strings_of(text, b"timestamp")
    return bool(times) and all(
        time >= earliest and 19 < len(time) < 40 and time.endswith(b"Z") for time in times or ()
    )
