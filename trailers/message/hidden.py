"""Characters that a reader does not see, or sees elsewhere than they stand.

Controls, bidirectional overrides, zero-width characters, blanks that are not the space, the line and
paragraph separators, lone surrogates, and letters without a glyph. They make two values look alike that
are not, so no required value may hold one (Trojan Source, CVE-2021-42574; Unicode TR 36).

LF, TAB and a CR before LF are ordinary in a message and not hidden. Time is linear.
"""

from trailers.typed import Iterator

_CATEGORIES = frozenset(("Cc", "Cf", "Cs", "Zs", "Zl", "Zp"))
_SPACES = frozenset(("Zs", "Zl", "Zp"))

# Not format characters to Unicode, yet drawn as nothing or as a blank: grapheme joiner, Hangul fillers,
# Khmer inherent vowels, Mongolian and other variation selectors, the empty Braille cell.
_WITHOUT_GLYPH = (
    (0x034F, 0x034F),
    (0x115F, 0x1160),
    (0x17B4, 0x17B5),
    (0x180B, 0x180F),
    (0x2800, 0x2800),
    (0x3164, 0x3164),
    (0xFE00, 0xFE0F),
    (0xFFA0, 0xFFA0),
    (0xE0100, 0xE01EF),
)

# Unicode gives controls no name.
_CONTROLS = {
    "\0": "NUL",
    "\b": "BACKSPACE",
    "\v": "VERTICAL TAB",
    "\f": "FORM FEED",
    "\r": "CARRIAGE RETURN",
    "\x1b": "ESCAPE",
    "\x7f": "DELETE",
    "\x85": "NEXT LINE",
}


def hidden_characters(text: str) -> tuple[tuple[int, str], ...]:
    """Each hidden character as (index in the text, its name), in order."""
    return tuple(_each_hidden(text))


def first_hidden(text: str) -> tuple[int, str] | None:
    """The first hidden character, as in `hidden_characters`; None where there is none."""
    return next(_each_hidden(text), None)


def without_hidden(text: str) -> str:
    """The text as it looks: a blank for what looks like one or breaks the line, nothing for the rest."""
    names = _names(text)
    if not names:
        return text
    from unicodedata import category

    seen = {ord(one): " " if one in "\v\f\r\x85" or category(one) in _SPACES else "" for one in names}
    return text.translate(seen)


def visible(text: str, limit: int = 60) -> str:
    """The text for a message to a person: at most `limit` characters, hidden ones as `<U+200B>`."""
    cut = text[:limit]
    names = _names(cut)
    shown = cut.translate({ord(one): f"<U+{ord(one):04X}>" for one in names} | {9: " ", 10: " "})
    return shown if len(text) <= limit else shown + "…"


def _each_hidden(text: str) -> Iterator[tuple[int, str]]:
    names = _names(text)
    if not names:
        return
    for index, character in enumerate(text):
        if character in names and not (character == "\r" and text.startswith("\n", index + 1)):
            yield index, names[character]


def _names(text: str) -> dict[str, str]:
    """The hidden characters that occur in the text, with their names."""
    if text.isascii() and text.isprintable():
        return {}
    named = ((one, _name(one)) for one in set(text))
    return {one: name for one, name in named if name}


def _name(character: str) -> str:
    """The name of a hidden character; empty for any other."""
    point = ord(character)
    if 0x20 <= point < 0x7F or character in "\t\n":
        return ""
    if character in _CONTROLS:
        return _CONTROLS[character]
    from unicodedata import category, name

    if category(character) not in _CATEGORIES and not _is_without_glyph(point):
        return ""
    if 0xDC80 <= point <= 0xDCFF:
        return f"BYTE 0x{point - 0xDC00:02X} THAT IS NOT UTF-8"
    kind = "LONE SURROGATE" if category(character) == "Cs" else "CONTROL"
    return name(character, f"{kind} U+{point:04X}")


def _is_without_glyph(point: int) -> bool:
    return any(first <= point <= last for first, last in _WITHOUT_GLYPH)
