"""Go's regular expressions, read: text to a tree, or a plain reason why Go would refuse it.

The language is RE2's as Go writes it, https://pkg.go.dev/regexp/syntax. What cannot be matched in linear
time is not in it: no look-around and no back references.
"""

from trailers.ownership.regexp.classes import Characters, Item
from trailers.ownership.regexp.scanner import Scanner
from trailers.regexp.cursor import LAST
from trailers.regexp.reader import Reader, Sign
from trailers.typed import Literal, NamedTuple

Kind = Literal[
    "characters", "all of", "one of", "repeat", "begin", "end", "line begin", "line end", "word", "no word"
]

_LONGEST = 10_000  # characters of an expression; real ones have some dozens


class Node(NamedTuple):
    """A piece of an expression. `least` and `most` are for `repeat`; `most` is -1 for any number."""

    kind: Kind
    parts: tuple["Node", ...] = ()
    characters: Characters | None = None
    least: int = 0
    most: int = -1


def read(source: str) -> Node:
    """The tree of an expression; ValueError with the reason where Go refuses it, or we do."""
    return _Reader(source, _LONGEST).whole()


class _Reader(Scanner, Reader[Node]):
    """Makes nodes whose leaves are characters.

    Groups, and which of several ways a repetition takes, make no difference to whether a path matches.
    """

    def row(self, parts: tuple[Node, ...]) -> Node:
        return parts[0] if len(parts) == 1 else Node("all of", parts)

    def choice(self, alternatives: tuple[Node, ...]) -> Node:
        return Node("one of", alternatives)

    def group(self, inside: Node, number: int) -> Node:
        del number
        return inside

    def repeat(self, one: Node, least: int, most: int, *, lazy: bool) -> Node:
        del lazy
        return Node("repeat", (one,), None, least, most)

    def sign(self, kind: Sign) -> Node:
        return Node(kind)

    def dot(self) -> Node:
        return _characters(Item(((0, LAST),) if "s" in self.flags else ((0, 9), (11, LAST))), folded=False)

    def literal(self, code: int) -> Node:
        return _characters(Item(((code, code),)), folded="i" in self.flags)

    def in_brackets(self) -> Node:
        items, negated = self.bracket()
        return Node("characters", characters=Characters(items, negated, "i" in self.flags))

    def behind_backslash(self) -> Node | None:
        item = self.named()
        return _characters(item, folded="i" in self.flags) if item else None


def _characters(item: Item, *, folded: bool) -> Node:
    return Node("characters", characters=Characters((item,), negated=False, folded=folded))
