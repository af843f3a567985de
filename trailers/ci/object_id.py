"""Object ids as a CI gives them: whole, or refused.

What is not a whole id is never handed to git: it could be an option, or the name of a tag that
somebody pushed.
"""

from trailers.errors import RangeError

_HEX = frozenset("0123456789abcdef")
_LENGTHS = (40, 64)  # SHA-1, SHA-256


def is_object_id(text: str) -> bool:
    """Whether this is a whole object id, of a SHA-1 or a SHA-256 repository."""
    return len(text) in _LENGTHS and _HEX.issuperset(text)


def is_zero(text: str) -> bool:
    """Whether this is the id that stands for "no such object": a ref that is made, or deleted."""
    return len(text) in _LENGTHS and not text.strip("0")


def object_id(text: str, where: str) -> str:
    """The id `text`, which `where` (a variable or a field) holds; RangeError where it is none."""
    if not is_object_id(text):
        raise RangeError(f"{where} is not a whole object id: {shown(text)}", BASE_REMEDY)
    return text


BASE_REMEDY = "undersign verify --base origin/main"


def shown(value: object) -> str:
    """A foreign value, made safe and short for a message."""
    text = ascii(value)
    return text if len(text) <= 60 else f"{text[:57]}..."
