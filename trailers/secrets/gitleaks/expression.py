"""A regular expression of Go's, text to tree, or a plain reason why Go would refuse it.

The language is RE2's as Go writes it, https://pkg.go.dev/regexp/syntax: no look-around and no back
references. It is read for bytes: a character beyond ASCII is its bytes in UTF-8.
"""

from trailers.regexp.reader import Reader, Sign
from trailers.secrets.gitleaks.characters import Scanner, Set, single
from trailers.secrets.gitleaks.node import ASCII, NEWLINE, Node, in_a_row
from trailers.typed import NamedTuple

_LONGEST = 20_000  # characters; the longest of gitleaks' own rules have some hundreds


class Expression(NamedTuple):
    """The tree, and how many groups it has."""

    node: Node
    groups: int


def read_expression(source: str) -> Expression:
    """The tree of an expression; ValueError with the reason where Go refuses it, or we do."""
    reader = _Reader(source, _LONGEST)
    return Expression(reader.whole(), reader.numbered)


class _Reader(Scanner, Reader[Node]):
    """Makes nodes whose leaves are bytes."""

    def row(self, parts: tuple[Node, ...]) -> Node:
        return in_a_row(parts)

    def choice(self, alternatives: tuple[Node, ...]) -> Node:
        return Node("one of", alternatives)

    def group(self, inside: Node, number: int) -> Node:
        return Node("group", (inside,), number=number) if number else inside

    def repeat(self, one: Node, least: int, most: int, *, lazy: bool) -> Node:
        return Node("repeat", (one,), 0, least, most, lazy == ("U" in self.flags))

    def sign(self, kind: Sign) -> Node:
        return Node(kind)

    def dot(self) -> Node:
        return Set(ASCII if "s" in self.flags else ASCII & ~NEWLINE, (), high=True).node()

    def literal(self, code: int) -> Node:
        return (single(code).folded() if "i" in self.flags else single(code)).node()

    def in_brackets(self) -> Node:
        return self.bracket(folded="i" in self.flags).node()

    def behind_backslash(self) -> Node | None:
        named = self.named()
        return named.node() if named else None
