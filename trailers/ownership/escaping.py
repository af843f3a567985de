r"""Any path or pattern on one line of a file, and back again.

A character that is not printable, a backslash, and a blank at an end are written as Python writes them in a
string: `\n`, `\x1b`, `\udcff`, `\\`.
"""

from trailers.ownership.dialects.lines import BLANK

_SHORT = {"n": "\n", "r": "\r", "t": "\t", "\\": "\\"}
_DIGITS = {"x": 2, "u": 4, "U": 8}
_HEXADECIMAL = frozenset("0123456789abcdefABCDEF")


def escaped(text: str) -> str:
    """The text on one line; it neither begins nor ends with a blank."""
    inner = text.strip(BLANK)
    if inner == text and text.isprintable() and "\\" not in text:
        return text
    start = text.index(inner)
    before, after = text[:start], text[start + len(inner) :]
    middle = "".join(one if one.isprintable() and one != "\\" else _escape(one) for one in inner)
    return "".join([*map(_escape, before), middle, *map(_escape, after)])


def unescaped(text: str) -> str:
    """The text that was escaped; empty where an escape means nothing."""
    parts: list[str] = []
    start = 0
    while (at := text.find("\\", start)) >= 0:
        kind = text[at + 1 : at + 2]
        end = at + 2 + _DIGITS.get(kind, 0)
        meant = _SHORT.get(kind) or _character(text[at + 2 : end], _DIGITS.get(kind, 0))
        if not meant:
            return ""
        parts += [text[start:at], meant]
        start = end
    return "".join([*parts, text[start:]])


def _escape(one: str) -> str:
    if one == " ":
        return "\\x20"
    return one.encode("unicode_escape").decode("ascii")


def _character(digits: str, width: int) -> str:
    """The character of a hexadecimal number; empty where it is none."""
    if not width or len(digits) != width or not _HEXADECIMAL.issuperset(digits):
        return ""
    code = int(digits, 16)
    return chr(code) if code <= 0x10FFFF else ""
