"""Which bytes one character of a regular expression can be: classes, ignore-case, and what lies beyond ASCII.

A pattern over bytes is exact. A pattern over `str` is looked for in UTF-8: ASCII characters are exact, others
are any character outside of ASCII, but for the four that ignore-case takes for an ASCII letter (CPython's
`re._casefix`: dotless i and long s; the dotted capital I and the Kelvin sign have i and k as lower case).
"""

import re
import string

from trailers.secrets.prefilter.superset_nodes import (
    ALL,
    EMPTY,
    HIGH,
    Bytes,
    Choice,
    Node,
    Repeat,
    literal,
    mask_of,
)
from trailers.typed import Any, Iterable, NamedTuple, TypeAlias

# The parse tree of CPython's private `re._parser`, which has no types of its own.
Tree: TypeAlias = Any

SINGLE = frozenset(("ANY", "IN", "LITERAL", "NOT_LITERAL"))  # the nodes that are one character
LOW = ALL ^ HIGH
WORD = mask_of((string.ascii_letters + string.digits + "_").encode())
_CATEGORIES = {
    "CATEGORY_DIGIT": mask_of(string.digits.encode()),
    "CATEGORY_SPACE": mask_of(b" \t\n\r\x0b\x0c"),
    "CATEGORY_WORD": WORD,
}
_UNICODE_SPACE = mask_of(b"\x1c\x1d\x1e\x1f")  # white space to `str`, not to bytes
_ASIDE = {"i": ("\u0130", "\u0131"), "s": ("\u017f",), "k": ("\u212a",)}
ONE_HIGH = Repeat(Bytes(HIGH), 1, 4)


class Meaning(NamedTuple):
    """How characters are read: over `str` or bytes, and the flags in force."""

    text: bool
    flags: int

    @property
    def ignores_case(self) -> bool:
        """Whether a letter stands for both cases."""
        return bool(self.flags & re.IGNORECASE)

    @property
    def widens(self) -> bool:
        r"""Whether `\w` and its like reach beyond ASCII: `str` without re.ASCII, bytes with re.LOCALE."""
        return bool(self.flags & re.LOCALE) or (self.text and not self.flags & re.ASCII)


class Characters(NamedTuple):
    """A set of characters: those of one byte, whether it has others, and the few others of ignore-case."""

    mask: int
    wide: bool = False
    asides: tuple[str, ...] = ()

    def node(self) -> Node:
        """The set as a node; a character outside of ASCII is two to four bytes, one in an 8-bit charset."""
        others = (ONE_HIGH,) if self.wide else tuple(literal(aside.encode()) for aside in self.asides)
        if not others:
            return Bytes(self.mask) if self.mask else EMPTY
        return Choice((Bytes(self.mask), *others) if self.mask else others)


def characters(operator: str, argument: Tree, meaning: Meaning) -> Characters:
    """Give the characters that a node of the parse tree, one of `SINGLE`, stands for."""
    if operator == "ANY":
        newline = 0 if meaning.flags & re.DOTALL else mask_of(b"\n")
        return _inverted(Characters(newline), meaning)
    if operator == "LITERAL":
        return _folded(_single(argument, meaning), meaning)
    if operator == "NOT_LITERAL":
        return _inverted(_folded(_single(argument, meaning), meaning), meaning)
    assert operator == "IN", operator
    return _class(argument, meaning)


def _class(items: Iterable[Tree], meaning: Meaning) -> Characters:
    union = Characters(0)
    inverted = False
    for operator, argument in items:
        if str(operator) == "NEGATE":
            inverted = True
        else:
            part = _item(str(operator), argument, meaning)
            union = Characters(union.mask | part.mask, union.wide or part.wide)
    union = _folded(union, meaning)
    return _inverted(union, meaning) if inverted else union


def _item(operator: str, argument: Tree, meaning: Meaning) -> Characters:
    if operator == "LITERAL":
        return _single(argument, meaning)
    if operator == "RANGE":
        return _range(argument[0], argument[1], meaning)
    return _category(str(argument), meaning)


def _single(value: int, meaning: Meaning) -> Characters:
    return _range(value, value, meaning)


def _range(first: int, last: int, meaning: Meaning) -> Characters:
    top = 127 if meaning.text else 255
    mask = ((1 << (min(last, top) + 1)) - 1) >> first << first if first <= top else 0
    return Characters(mask, last > top)


def _category(name: str, meaning: Meaning) -> Characters:
    positive = name.replace("_NOT", "")
    known = Characters(_CATEGORIES[positive], meaning.widens)
    if positive == "CATEGORY_SPACE" and meaning.text and meaning.widens:
        known = Characters(known.mask | _UNICODE_SPACE, wide=True)
    if positive == name:
        return _high_bytes(known, meaning)
    return Characters(LOW & ~known.mask | (0 if meaning.text else HIGH), wide=meaning.text)


def _high_bytes(known: Characters, meaning: Meaning) -> Characters:
    """Under re.LOCALE the bytes above ASCII may be letters, digits and spaces, or not."""
    if meaning.text or not known.wide:
        return known
    return Characters(known.mask | HIGH)


def _folded(known: Characters, meaning: Meaning) -> Characters:
    if not meaning.ignores_case:
        return known
    mask = known.mask
    asides: tuple[str, ...] = ()
    for lower in string.ascii_lowercase:
        pair = 1 << ord(lower) | 1 << ord(lower.upper())
        if mask & pair or (known.wide and lower in _ASIDE):
            mask |= pair
            asides += _ASIDE.get(lower, ()) if meaning.text else ()
    if meaning.flags & re.LOCALE:
        mask |= HIGH | WORD if mask & (HIGH | WORD) else 0
    return Characters(mask, known.wide, () if known.wide else asides)


def _inverted(known: Characters, meaning: Meaning) -> Characters:
    """Give the others. What may be in a set beyond ASCII may be outside of it too."""
    if meaning.text:
        mask = LOW & ~known.mask
        if known.wide and meaning.ignores_case:  # folding took i, s and k for granted
            mask |= mask_of(b"iskISK")
        return Characters(mask, wide=True)
    return Characters(ALL if meaning.flags & re.LOCALE else ALL & ~known.mask)
