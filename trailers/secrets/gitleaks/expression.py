"""A regular expression of Go's, text to tree, or a plain reason why Go would refuse it.

The language is RE2's as Go writes it, https://pkg.go.dev/regexp/syntax: no look-around and no back
references. It is read for bytes: a character beyond ASCII is its bytes in UTF-8.
"""

from trailers.secrets.gitleaks.characters import Scanner, Set, single
from trailers.secrets.gitleaks.node import ASCII, NEWLINE, Kind, Node, in_a_row
from trailers.typed import NamedTuple

_MOST_REPEATS = 1000
_LONGEST = 20_000  # characters; the longest of gitleaks' own rules have some hundreds
_DEEPEST = 100  # groups within groups
_ASSERTIONS: dict[str, Kind] = {"A": "begin", "z": "end", "b": "word", "B": "no word"}


class Expression(NamedTuple):
    """The tree, and how many groups it has."""

    node: Node
    groups: int


class _Group:
    """A parenthesis that is still open: its alternatives so far, its number, and the flags to go back to."""

    def __init__(self, flags: frozenset[str], number: int) -> None:
        self.flags = flags
        self.number = number
        self.alternatives: list[Node] = []
        self.parts: list[Node] = []

    def node(self) -> Node:
        last = in_a_row(tuple(self.parts))
        node = Node("one of", (*self.alternatives, last)) if self.alternatives else last
        return Node("group", (node,), number=self.number) if self.number else node


def read_expression(source: str) -> Expression:
    """The tree of an expression; ValueError with the reason where Go refuses it, or we do."""
    if len(source) > _LONGEST:
        raise ValueError(f"the expression is longer than {_LONGEST:,} characters")
    reader = _Reader(source)
    return Expression(reader.whole(), reader.numbered)


class _Reader(Scanner):
    """One pass from left to right over an expression."""

    def __init__(self, source: str) -> None:
        super().__init__(source)
        self.groups = [_Group(self.flags, 0)]
        self.numbered = 0

    def whole(self) -> Node:
        repeated = False
        while self.at < len(self.source):
            repeated = self._next(repeated)
        if len(self.groups) > 1:
            raise ValueError("a `(` is never closed")
        return self.groups[0].node()

    def _next(self, repeated: bool) -> bool:
        """Read one piece; whether it was a repetition, which another must not follow."""
        one = self.source[self.at]
        if one in "*+?" or (one == "{" and self.counts() is not None):
            self._repeat(one, repeated)
            return True
        if one == "(":
            self._open()
        elif one == ")":
            self._close()
        elif one == "\\":
            self._backslash()
        else:
            self._plain(one)
        return False

    def _plain(self, one: str) -> None:
        self.at += 1
        group = self.groups[-1]
        if one == "|":
            group.alternatives.append(in_a_row(tuple(group.parts)))
            group.parts = []
        elif one == "^":
            group.parts.append(Node("line begin" if "m" in self.flags else "begin"))
        elif one == "$":
            group.parts.append(Node("line end" if "m" in self.flags else "end"))
        elif one == ".":
            self._add(Set(ASCII if "s" in self.flags else ASCII & ~NEWLINE, (), high=True))
        elif one == "[":
            self._add(self.bracket(folded="i" in self.flags))
        else:
            self._literal(ord(one))

    def _literal(self, code: int) -> None:
        self._add(single(code).folded() if "i" in self.flags else single(code))

    def _add(self, characters: Set) -> None:
        self.groups[-1].parts.append(characters.node())

    def _repeat(self, one: str, repeated: bool) -> None:
        start = self.at
        simple = {"*": (0, -1, start + 1), "+": (1, -1, start + 1), "?": (0, 1, start + 1)}
        least, most, self.at = simple.get(one) or self.counts() or (0, 0, 0)
        lazy = self.source.startswith("?", self.at)
        self.at += lazy
        written = self.source[start : self.at]
        parts = self.groups[-1].parts
        if repeated:
            raise ValueError(f"`{written}` repeats what is a repetition already")
        if not parts:
            raise ValueError(f"`{written}` has nothing before it to repeat")
        if least > _MOST_REPEATS or most > _MOST_REPEATS or 0 <= most < least:
            raise ValueError(f"`{written}` is no count from 0 to {_MOST_REPEATS:,}")
        node = Node("repeat", (parts[-1],), 0, least, most, lazy == ("U" in self.flags))
        if max(least, most) > 1 and _copies(node) > _MOST_REPEATS:
            raise ValueError(f"`{written}` makes more than {_MOST_REPEATS:,} of what repeats itself")
        parts[-1] = node

    def _open(self) -> None:
        if len(self.groups) > _DEEPEST:
            raise ValueError(f"more than {_DEEPEST} groups stand within each other")
        outer = self.flags
        self.at += 1
        number = 0
        if not self.source.startswith("?", self.at) or self.named_group():
            self.numbered += 1
            number = self.numbered
        elif not self.group_flags():
            return
        self.groups.append(_Group(outer, number))

    def _close(self) -> None:
        if len(self.groups) == 1:
            raise ValueError("a `)` has no `(` before it")
        group = self.groups.pop()
        self.flags = group.flags
        self.groups[-1].parts.append(group.node())
        self.at += 1

    def _backslash(self) -> None:
        one = self.source[self.at + 1 : self.at + 2]
        if one in _ASSERTIONS:
            self.groups[-1].parts.append(Node(_ASSERTIONS[one]))
            self.at += 2
        elif one == "Q":
            quoted, _, _ = self.source[self.at + 2 :].partition("\\E")
            self.at += 2 + len(quoted) + 2
            for character in quoted:
                self._literal(ord(character))
        elif named := self.named():
            self._add(named)
        else:
            self._literal(self.escape())


def _copies(node: Node) -> int:
    """How many times the innermost of repetitions within repetitions would stand there."""
    own = max(1, node.least, node.most) if node.kind == "repeat" else 1
    return own * max((_copies(part) for part in node.parts), default=1)
