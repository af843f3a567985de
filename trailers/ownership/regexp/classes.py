r"""Which characters a class of Go's regular expressions has in it: `[a-z]`, `\d`, `[[:alpha:]]`, `\p{Lu}`.

https://pkg.go.dev/regexp/syntax says what each name stands for.
"""

from functools import cache

from trailers.typed import Mapping, NamedTuple

Ranges = tuple[tuple[int, int], ...]

# What Go makes of a byte that is not UTF-8; such a byte is a lone surrogate in our text.
_NOT_A_CHARACTER = 0xFFFD

_DIGIT = ((0x30, 0x39),)
_UPPER = ((0x41, 0x5A),)
_LOWER = ((0x61, 0x7A),)
_WORD = (*_DIGIT, *_UPPER, (0x5F, 0x5F), *_LOWER)

PERL: Mapping[str, Ranges] = {"d": _DIGIT, "s": ((9, 10), (12, 13), (32, 32)), "w": _WORD}

POSIX: Mapping[str, Ranges] = {
    "alnum": (*_DIGIT, *_UPPER, *_LOWER),
    "alpha": (*_UPPER, *_LOWER),
    "ascii": ((0, 0x7F),),
    "blank": ((9, 9), (32, 32)),
    "cntrl": ((0, 0x1F), (0x7F, 0x7F)),
    "digit": _DIGIT,
    "graph": ((0x21, 0x7E),),
    "lower": _LOWER,
    "print": ((0x20, 0x7E),),
    "punct": ((0x21, 0x2F), (0x3A, 0x40), (0x5B, 0x60), (0x7B, 0x7E)),
    "space": ((9, 13), (32, 32)),
    "upper": _UPPER,
    "word": _WORD,
    "xdigit": (*_DIGIT, (0x41, 0x46), (0x61, 0x66)),
}

# The general categories of Unicode, and their first letters.
_LETTERS = {"C": "cfos", "L": "lmotu", "M": "cen", "N": "dlo", "P": "cdefios", "S": "ckmo", "Z": "lps"}
CATEGORIES = frozenset((*_LETTERS, *(first + second for first in _LETTERS for second in _LETTERS[first])))


class Item(NamedTuple):
    """One thing that a class names: ranges of characters, or a category of Unicode; or all but them."""

    ranges: Ranges
    category: str = ""
    negated: bool = False


class Characters(NamedTuple):
    """The characters that fit at one place; `folded` takes a letter's other case for the letter."""

    items: tuple[Item, ...]
    negated: bool = False
    folded: bool = False


def has(characters: Characters, character: str) -> bool:
    """Whether a character of a path fits."""
    code = ord(character)
    if 0xD800 <= code <= 0xDFFF:
        code = _NOT_A_CHARACTER
    codes = _same_letter(code) if characters.folded else (code,)
    found = any(item.negated != any(_within(item, one) for one in codes) for item in characters.items)
    return found != characters.negated


def _within(item: Item, code: int) -> bool:
    if item.category:
        # Here, because it costs 1 ms and hardly any file needs it.
        import unicodedata

        category = unicodedata.category(chr(code))
        # What has no meaning yet has a category for Unicode, but is not of C for Go.
        return category.startswith(item.category) and category != "Cn"
    return any(low <= code <= high for low, high in item.ranges)


def _same_letter(code: int) -> tuple[int, ...]:
    """The letter and its other cases, by Unicode's simple folding, Go's `unicode.SimpleFold`."""
    if code < 0x80:
        letter = chr(code)
        # The Kelvin sign is a K, and the long s an s.
        more = {"k": (0x212A,), "s": (0x17F,)}.get(letter.lower(), ())
        return (ord(letter.lower()), ord(letter.upper()), *more)
    return _orbits().get(_folding(code), (code,))


@cache
def _orbits() -> Mapping[int, tuple[int, ...]]:
    """All letters that have more than one case, by what they fold to; some 50 ms, once."""
    found: dict[int, list[int]] = {}
    # No letter beyond Adlam's has cases.
    for code in range(0x1E944):
        found.setdefault(_folding(code), []).append(code)
    return {folding: tuple(codes) for folding, codes in found.items() if len(codes) > 1}


def _folding(code: int) -> int:
    letter = chr(code)
    for folded in (letter.casefold(), letter.lower()):
        if len(folded) == 1:
            return ord(folded)
    return code
