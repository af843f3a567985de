"""A Go regular expression from its first character to its last: groups, repetitions, alternatives.

What a tree is made of, and what its leaves hold, is for who reads it to say: the nodes are of any type.
"""

from trailers.regexp.cursor import Cursor
from trailers.typed import Generic, Literal, TypeVar

Sign = Literal["begin", "end", "line begin", "line end", "word", "no word"]
N = TypeVar("N")

_MOST_REPEATS = 1000
_DEEPEST = 100  # groups within groups
_ASSERTIONS: dict[str, Sign] = {"A": "begin", "z": "end", "b": "word", "B": "no word"}


class _Group(Generic[N]):
    """A parenthesis that is still open: its alternatives so far, its number, and the flags to go back to.

    With each node stands how many times the innermost of repetitions within repetitions would stand there.
    """

    def __init__(self, flags: frozenset[str], number: int) -> None:
        self.flags = flags
        self.number = number
        self.alternatives: list[tuple[N, int]] = []
        self.parts: list[tuple[N, int]] = []


class Reader(Cursor, Generic[N]):
    """One pass from left to right; ValueError with the reason where Go refuses the expression, or we do."""

    def __init__(self, source: str, longest: int) -> None:
        if len(source) > longest:
            raise ValueError(f"the expression is longer than {longest:,} characters")
        super().__init__(source)
        self.numbered = 0
        self._groups = [_Group[N](self.flags, 0)]

    def whole(self) -> N:
        """The tree."""
        repeated = False
        while self.at < len(self.source):
            repeated = self._next(repeated)
        if len(self._groups) > 1:
            raise ValueError("a `(` is never closed")
        return self._inside(self._groups[0])[0]

    def row(self, parts: tuple[N, ...]) -> N:
        """These one after another, or the only one."""
        raise NotImplementedError

    def choice(self, alternatives: tuple[N, ...]) -> N:
        """One of these."""
        raise NotImplementedError

    def group(self, inside: N, number: int) -> N:
        """What is in parentheses; the number is 0 where the group has none."""
        raise NotImplementedError

    def repeat(self, one: N, least: int, most: int, *, lazy: bool) -> N:
        """So many times; `most` is -1 for any number."""
        raise NotImplementedError

    def sign(self, kind: Sign) -> N:
        """What takes no character."""
        raise NotImplementedError

    def dot(self) -> N:
        """Any character, by the flag `s` a line's end too."""
        raise NotImplementedError

    def literal(self, code: int) -> N:
        """One character, by the flag `i` in either case."""
        raise NotImplementedError

    def in_brackets(self) -> N:
        """A class from behind its `[`."""
        raise NotImplementedError

    def behind_backslash(self) -> N | None:
        """A class that has a name; None where the letter behind the backslash names none."""
        raise NotImplementedError

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
        if one == "|":
            group = self._groups[-1]
            group.alternatives.append(self._row(group.parts))
            group.parts = []
        elif one == "^":
            self._add(self.sign("line begin" if "m" in self.flags else "begin"))
        elif one == "$":
            self._add(self.sign("line end" if "m" in self.flags else "end"))
        elif one == ".":
            self._add(self.dot())
        elif one == "[":
            self._add(self.in_brackets())
        else:
            self._add(self.literal(ord(one)))

    def _add(self, node: N) -> None:
        self._groups[-1].parts.append((node, 1))

    def _repeat(self, one: str, repeated: bool) -> None:
        start = self.at
        simple = {"*": (0, -1, start + 1), "+": (1, -1, start + 1), "?": (0, 1, start + 1)}
        least, most, self.at = simple.get(one) or self.counts() or (0, 0, 0)
        lazy = self.source.startswith("?", self.at)
        self.at += lazy
        written = self.source[start : self.at]
        parts = self._groups[-1].parts
        if repeated:
            raise ValueError(f"`{written}` repeats what is a repetition already")
        if not parts:
            raise ValueError(f"`{written}` has nothing before it to repeat")
        if least > _MOST_REPEATS or most > _MOST_REPEATS or 0 <= most < least:
            raise ValueError(f"`{written}` is no count from 0 to {_MOST_REPEATS:,}")
        node, copies = parts[-1]
        # What stands there no time at all is not counted (repeatIsValid of Go's regexp/syntax).
        copies = 1 if most == 0 else max(1, least, most) * copies
        if max(least, most) > 1 and copies > _MOST_REPEATS:
            raise ValueError(
                f"`{written}` makes more than {_MOST_REPEATS:,} repetitions of what repeats itself"
            )
        parts[-1] = self.repeat(node, least, most, lazy=lazy), copies

    def _open(self) -> None:
        if len(self._groups) > _DEEPEST:
            raise ValueError(f"more than {_DEEPEST} groups stand within each other")
        outer = self.flags
        self.at += 1
        number = 0
        if not self.source.startswith("?", self.at) or self.named_group():
            self.numbered += 1
            number = self.numbered
        elif not self.group_flags():
            return
        self._groups.append(_Group[N](outer, number))

    def _close(self) -> None:
        if len(self._groups) == 1:
            raise ValueError("a `)` has no `(` before it")
        group = self._groups.pop()
        self.flags = group.flags
        inside, copies = self._inside(group)
        self._groups[-1].parts.append((self.group(inside, group.number), copies))
        self.at += 1

    def _backslash(self) -> None:
        one = self.source[self.at + 1 : self.at + 2]
        if one in _ASSERTIONS:
            self._add(self.sign(_ASSERTIONS[one]))
            self.at += 2
        elif one == "Q":
            quoted, _, _ = self.source[self.at + 2 :].partition("\\E")
            self.at += 2 + len(quoted) + 2
            for character in quoted:
                self._add(self.literal(ord(character)))
        else:
            named = self.behind_backslash()
            self._add(self.literal(self.escape()) if named is None else named)

    def _row(self, parts: list[tuple[N, int]]) -> tuple[N, int]:
        return self.row(tuple(node for node, _ in parts)), max((copies for _, copies in parts), default=1)

    def _inside(self, group: _Group[N]) -> tuple[N, int]:
        alternatives = [*group.alternatives, self._row(group.parts)]
        if len(alternatives) == 1:
            return alternatives[0]
        node = self.choice(tuple(node for node, _ in alternatives))
        return node, max(copies for _, copies in alternatives)
