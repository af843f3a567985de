"""Sets of bytes, and which bytes a character or a class of a regular expression can be written with.

A set is an int of 256 bits. Everything here may give too many bytes and never too few: above ASCII no
character is told from another.
"""

from functools import lru_cache

from trailers.typed import Any, NamedTuple

ANY = (1 << 256) - 1
ASCII = (1 << 128) - 1
HIGH = ANY ^ ASCII


def of(members: bytes) -> int:
    """The set of these bytes."""
    return sum(1 << byte for byte in set(members))


@lru_cache(maxsize=4096)
def listed(members: int) -> bytes:
    """The set's bytes, in order."""
    return bytes(byte for byte in range(256) if members >> byte & 1)


DIGITS = of(b"0123456789")
_UPPER = of(bytes(range(65, 91)))
_LOWER = of(bytes(range(97, 123)))
WORD = DIGITS | _UPPER | _LOWER | of(b"_")
_CATEGORIES = {"DIGIT": DIGITS, "SPACE": of(b" \t\n\r\f\v"), "WORD": WORD, "LINEBREAK": of(b"\n")}
# `str` patterns take the separators 0x1c..0x1f for white space.
_TEXT_SPACE = of(b"\x1c\x1d\x1e\x1f")


class Mode(NamedTuple):
    """How a class is to be read: for `str` (written in UTF-8), ignoring case, dot over all, ASCII only."""

    text: bool = False
    ignore_case: bool = False
    dot_all: bool = False
    ascii: bool = True


def folded(members: int) -> int:
    """The set with the other case of each ASCII letter in it."""
    return members | (members & _LOWER) >> 32 | (members & _UPPER) << 32


def of_class(items: list[Any], mode: Mode) -> int:
    """The bytes of a class, the argument of the parser's IN; HIGH stands for every character above ASCII."""
    negated = bool(items) and str(items[0][0]) == "NEGATE"
    members = 0
    for op, value in items[negated:]:
        members |= _of_item(str(op), value, mode)
    if not negated:
        return _every_case(members, mode) if mode.ignore_case else members
    if mode.ignore_case:
        members = folded(members)
    # A class that leaves out some characters above ASCII still has others.
    return (ANY & ~members) | HIGH if mode.text else ANY & ~members


def of_character(code: int, mode: Mode) -> int:
    """The set for one character; for `str` one above ASCII counts as all of them."""
    members = 1 << code if code < (128 if mode.text else 256) else HIGH
    return _every_case(members, mode) if mode.ignore_case else members


def _every_case(members: int, mode: Mode) -> int:
    # \u0130 and \u0131 are cases of i, \u017f of s, \u212a of k; gates.py sees to the way back.
    beyond = of(b"iIkKsS") if mode.text and members & HIGH else 0
    return folded(members) | beyond


def _of_item(op: str, value: Any, mode: Mode) -> int:  # noqa: ANN401 - the parser's own shapes
    if op == "LITERAL":
        return of_character(value, mode._replace(ignore_case=False))
    if op == "RANGE":
        first, last = value
        limit = 128 if mode.text else 256
        members = sum(1 << code for code in range(first, min(last, limit - 1) + 1))
        return members | HIGH if last >= limit else members
    name = str(value).removeprefix("CATEGORY_")
    known = _CATEGORIES[name.removeprefix("NOT_")]
    if mode.text and not mode.ascii:
        if name == "SPACE":
            known |= _TEXT_SPACE
        return known | HIGH if not name.startswith("NOT_") else (ANY & ~known) | HIGH
    if not name.startswith("NOT_"):
        return known
    return ANY & ~known
