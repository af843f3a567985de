"""Go's regular expressions, read: text to a tree, or a plain reason why Go would refuse it.

The language is RE2's as Go writes it, https://pkg.go.dev/regexp/syntax. What cannot be matched in linear
time is not in it: no look-around and no back references.
"""

from trailers.ownership.regexp.classes import Characters, Item
from trailers.ownership.regexp.scanner import Scanner
from trailers.regexp.cursor import LAST
from trailers.typed import Literal, NamedTuple

Kind = Literal[
    "characters", "all of", "one of", "repeat", "begin", "end", "line begin", "line end", "word", "no word"
]

MOST_REPEATS = 1000
_LONGEST = 10_000  # characters of an expression; real ones have some dozens
_DEEPEST = 100  # groups within groups
_ASSERTIONS: dict[str, Kind] = {"A": "begin", "z": "end", "b": "word", "B": "no word"}


class Node(NamedTuple):
    """A piece of an expression. `least` and `most` are for `repeat`; `most` is -1 for any number."""

    kind: Kind
    parts: tuple["Node", ...] = ()
    characters: Characters | None = None
    least: int = 0
    most: int = -1


class _Group:
    """A parenthesis that is still open: its alternatives so far, and the flags to go back to."""

    def __init__(self, flags: frozenset[str]) -> None:
        self.flags = flags
        self.alternatives: list[Node] = []
        self.parts: list[Node] = []

    def node(self) -> Node:
        parts = tuple(self.parts)
        last = parts[0] if len(parts) == 1 else Node("all of", parts)
        return Node("one of", (*self.alternatives, last)) if self.alternatives else last


def read(source: str) -> Node:
    """The tree of an expression; ValueError with the reason where Go refuses it, or we do."""
    if len(source) > _LONGEST:
        raise ValueError(f"the expression is longer than {_LONGEST:,} characters")
    return _Reader(source).whole()


class _Reader(Scanner):
    """One pass from left to right over an expression."""

    def __init__(self, source: str) -> None:
        super().__init__(source)
        self.groups = [_Group(self.flags)]

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
            parts = tuple(group.parts)
            group.alternatives.append(parts[0] if len(parts) == 1 else Node("all of", parts))
            group.parts = []
        elif one == "^":
            group.parts.append(Node("line begin" if "m" in self.flags else "begin"))
        elif one == "$":
            group.parts.append(Node("line end" if "m" in self.flags else "end"))
        elif one == ".":
            ranges = ((0, LAST),) if "s" in self.flags else ((0, 9), (11, LAST))
            self._add((Item(ranges),), folded=False)
        elif one == "[":
            items, negated = self.bracket()
            self._add(items, negated=negated, folded="i" in self.flags)
        else:
            self._literal(ord(one))

    def _literal(self, code: int) -> None:
        self._add((Item(((code, code),)),), folded="i" in self.flags)

    def _add(self, items: tuple[Item, ...], *, negated: bool = False, folded: bool) -> None:
        self.groups[-1].parts.append(Node("characters", characters=Characters(items, negated, folded)))

    def _repeat(self, one: str, repeated: bool) -> None:
        start = self.at
        least, most, self.at = {"*": (0, -1, start + 1), "+": (1, -1, start + 1), "?": (0, 1, start + 1)}.get(
            one
        ) or (self.counts() or (0, 0, 0))
        if self.source.startswith("?", self.at):
            self.at += 1  # which of several ways it matches makes no difference to whether it does
        written = self.source[start : self.at]
        parts = self.groups[-1].parts
        if repeated:
            raise ValueError(f"`{written}` repeats what is a repetition already")
        if not parts:
            raise ValueError(f"`{written}` has nothing before it to repeat")
        if least > MOST_REPEATS or most > MOST_REPEATS or 0 <= most < least:
            raise ValueError(f"`{written}` is no count from 0 to {MOST_REPEATS:,}")
        node = Node("repeat", (parts[-1],), None, least, most)
        if max(least, most) > 1 and _copies(node) > MOST_REPEATS:
            raise ValueError(
                f"`{written}` makes more than {MOST_REPEATS:,} repetitions of what repeats itself"
            )
        parts[-1] = node

    def _open(self) -> None:
        if len(self.groups) > _DEEPEST:
            raise ValueError(f"more than {_DEEPEST} groups stand within each other")
        outer = self.flags
        self.at += 1
        if self.source.startswith("?", self.at) and not (self.named_group() or self.group_flags()):
            return
        self.groups.append(_Group(outer))

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
        elif item := self.named():
            self._add((item,), folded="i" in self.flags)
        else:
            self._literal(self.escape())


def _copies(node: Node) -> int:
    """How many times the innermost of repetitions within repetitions would stand there."""
    if node.kind == "repeat" and node.most == 0:
        return 1
    own = max(1, node.least, node.most) if node.kind == "repeat" else 1
    return own * max((_copies(part) for part in node.parts), default=1)
