"""What a pattern for one name means: the glob language of a `Segment`.

`*` stands for any characters, `?` for one, `[a-z]` for one of a set, `[!a-z]` or `[^a-z]` for one not of it;
a backslash takes the next character for itself, in a set too. Sets are those of Ruby's `File.fnmatch`, by
which GitLab matches: one that is not closed matches nothing, `[]` has no member, and a backslash at the very
end stands for nothing.
"""

from trailers.remembering import remembered
from trailers.typed import Callable, NamedTuple


class CharSet(NamedTuple):
    """One character of these ranges, ends included; where `negated`, one that is in none."""

    ranges: tuple[tuple[str, str], ...]
    negated: bool

    def has(self, char: str) -> bool:
        """Whether the character is meant."""
        inside = any(low <= char <= high or char in (low, high) for low, high in self.ranges)
        return inside is not self.negated


# A character that stands for itself, or a set. A piece is what stands between two stars.
Test = str | CharSet
Piece = tuple[Test, ...]

_ANY = CharSet((), negated=True)
_NONE = CharSet((), negated=False)


def pieces_of(text: str) -> tuple[Piece, ...]:
    """The pieces of a glob, one more than it has stars."""
    pieces: list[list[Test]] = [[]]
    at = 0
    while at < len(text):
        char = text[at]
        at += 1
        if char == "*":
            pieces.append([])
        elif char == "?":
            pieces[-1].append(_ANY)
        elif char == "[":
            found, at = _set_of(text, at)
            pieces[-1].append(found)
        elif char != "\\":
            pieces[-1].append(char)
        elif at < len(text):
            pieces[-1].append(text[at])
            at += 1
    return tuple(map(tuple, pieces))


def _set_of(text: str, at: int) -> tuple[CharSet, int]:
    """The set that begins after a bracket, and where it ends."""
    negated = text[at : at + 1] in ("!", "^")
    at += negated
    ranges = []
    while at < len(text) and text[at] != "]":
        low, at = _member(text, at)
        high = low
        if text[at : at + 1] == "-" and text[at + 1 : at + 2] not in ("", "]"):
            high, at = _member(text, at + 1)
        ranges.append((low, high))
    if at >= len(text):
        return _NONE, at
    return CharSet(tuple(ranges), negated), at + 1


def _member(text: str, at: int) -> tuple[str, int]:
    if text[at] == "\\" and at + 1 < len(text):
        at += 1
    return text[at], at + 1


class Glob:
    """A glob, ready for many names: what they have to begin and end with, to hold, and the whole test.

    `head` and `tail` are literal, and do not overlap; `inner` is a literal that the name holds, given only
    where the name can begin and end with anything. `test` is None where a name has only to have these.
    A name is looked at once for each piece, from left to right: nothing is tried again.
    """

    __slots__ = ("head", "inner", "stars", "tail", "test")

    def __init__(self, text: str) -> None:
        pieces = pieces_of(text)
        self.stars = len(pieces) > 1
        self.head = _literal(pieces[0])
        self.tail = _literal(pieces[-1][::-1])[::-1] if self.stars else ""
        self.inner = "" if self.head or self.tail else max(map(_longest, pieces), key=len)
        known = max(len(self.head), len(self.tail), len(self.inner))
        self.test = None if self.stars and known == sum(map(len, pieces)) else _test_of(pieces)


@remembered(4096)
def glob_of(text: str) -> Glob:
    """The glob; in many files the same one is asked for in each of many directories."""
    return Glob(text)


def _longest(piece: Piece) -> str:
    """The longest run of characters that stand for themselves."""
    runs = [""]
    for test in piece:
        if isinstance(test, str):
            runs[-1] += test
        else:
            runs.append("")
    return max(runs, key=len)


def _literal(tests: Piece) -> str:
    """The characters before the first set."""
    found = []
    for test in tests:
        if not isinstance(test, str):
            break
        found.append(test)
    return "".join(found)


def _test_of(pieces: tuple[Piece, ...]) -> Callable[[str], bool]:
    first, *others = map(_joined, pieces)
    last = others.pop() if others else None
    middle = tuple(piece for piece in others if piece)

    def test(name: str) -> bool:
        if not _stands(first, name, 0):
            return False
        at = len(first)
        if last is None:
            return at == len(name)
        end = len(name) - len(last)
        for piece in middle:
            at = _found(piece, name, at, end)
            if at < 0:
                return False
        return at <= end and _stands(last, name, end)

    return test


def _joined(piece: Piece) -> str | Piece:
    literal = _literal(piece)
    return literal if len(literal) == len(piece) else piece


def _found(piece: str | Piece, name: str, at: int, end: int) -> int:
    """Where the first place of a piece between `at` and `end` ends; -1 where there is none."""
    if isinstance(piece, str):
        start = name.find(piece, at, max(at, end))
        return -1 if start < 0 else start + len(piece)
    for start in range(at, end - len(piece) + 1):
        if _stands(piece, name, start):
            return start + len(piece)
    return -1


def _stands(piece: str | Piece, name: str, at: int) -> bool:
    """Whether a piece stands at this place of a name."""
    if isinstance(piece, str):
        return name.startswith(piece, at)
    if at + len(piece) > len(name):
        return False
    return all(
        test == char if isinstance(test, str) else test.has(char)
        for test, char in zip(piece, name[at : at + len(piece)], strict=True)
    )
