"""A regular expression as sequences of byte classes: every text it matches is matched by one of them.

Groups are written out, alternatives multiplied, look-arounds and anchors dropped, what is too much or cannot
be followed (back-references) is blurred into a class with a span of lengths. So a sequence may match more
than the expression and, all together, never less. Python's own parser reads the expression, with `(?i:...)`,
possessive and atomic parts and conditions; that they match less is of no concern here.
"""

import re
from functools import reduce
from itertools import chain, product
from re import _parser as parser  # type: ignore[attr-defined]

from trailers.secrets.prefilter.members import ANY, HIGH, Mode, of_character, of_class
from trailers.typed import Any, Iterator, NamedTuple, Sequence, TypeAlias

UNBOUNDED = 1 << 31
_ALTERNATIVES = 64
_COPIES = 64
_KINDS = re.ASCII | re.LOCALE | re.UNICODE


class Piece(NamedTuple):
    """Between `least` and `most` bytes of the set `members`."""

    members: int
    least: int
    most: int


Pieces: TypeAlias = tuple[Piece, ...]


class Parsed(NamedTuple):
    """A parsed expression: the parser's tree and its flags."""

    tree: Any
    flags: int


def parsed(pattern: str, *, text: bool, flags: int = 0) -> Parsed:
    """Parse a pattern over bytes (UTF-8), or over `str` with `text`; raise `re.error` where it is none."""
    tree = parser.parse(pattern if text else pattern.encode(), flags)
    return Parsed(tree, tree.state.flags)


def writings(expression: Parsed, *, text: bool) -> Iterator[list[Pieces]]:
    """Write the expression out in several ways, each as at most 64 sequences; in none if it is `(?L)`.

    First all of it; where that is too much, once with what comes later blurred and once with what comes
    first. Then with only one of its parts written out, for each that can be different things.
    """
    if expression.flags & re.LOCALE:
        return
    nodes, flags = expression
    while len(nodes) == 1 and str(nodes[0][0]) == "SUBPATTERN":
        _, added, removed, nodes = nodes[0][1]
        flags = _combined(flags, added, removed)
    writing = _Writing(text=text)
    yield writing.sequence(nodes, flags)
    if writing.blurred:
        yield _Writing(text=text, later=True).sequence(nodes, flags)
    parts = [writing.options(str(op), argument, flags) for op, argument in nodes]
    single = [options if len(options) == 1 else [(_blurred(options),)] for options in parts]
    for index, options in enumerate(parts):
        if len(options) > 1:
            chosen = [*single[:index], options, *single[index + 1 :]]
            yield [tuple(chain.from_iterable(choice)) for choice in product(*chosen)]


def _combined(flags: int, added: int, removed: int) -> int:
    kept = flags & ~_KINDS if added & _KINDS else flags
    return (kept | added) & ~removed


class _Writing:
    def __init__(self, *, text: bool, later: bool = False) -> None:
        self._text = text
        self._later = later
        self.blurred = False

    def sequence(self, nodes: Any, flags: int) -> list[Pieces]:  # noqa: ANN401 - the parser's own shapes
        written: list[Pieces] = [()]
        for op, argument in nodes:
            options = self.options(str(op), argument, flags)
            if len(written) * len(options) > _ALTERNATIVES:
                self.blurred = True
                if self._later:
                    written = [(_blurred(written),)]
                else:
                    options = [(_blurred(options),)]
            written = [before + after for before in written for after in options]
        return list(dict.fromkeys(written))

    def options(self, op: str, argument: Any, flags: int) -> list[Pieces]:  # noqa: ANN401, PLR0911
        match op:
            case "LITERAL" | "NOT_LITERAL" | "ANY" | "IN":
                return [self._character(op, argument, flags)]
            case "SUBPATTERN":
                _, added, removed, nodes = argument
                return self.sequence(nodes, _combined(flags, added, removed))
            case "ATOMIC_GROUP":
                return self.sequence(argument, flags)
            case "BRANCH":
                return self._any_of(argument[1], flags)
            case "GROUPREF_EXISTS":
                return self._any_of([nodes or () for nodes in argument[1:]], flags)
            case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT":
                return self._repeated(argument, flags)
            case "ASSERT" | "ASSERT_NOT" | "AT":
                return [()]
            case "FAILURE":
                return []
        # A back-reference, or what a later Python brings: any bytes at all.
        return [(Piece(ANY, 0, UNBOUNDED),)]

    def _any_of(self, branches: Sequence[Any], flags: int) -> list[Pieces]:
        # Branches that differ in what they look at only are one.
        options = list(dict.fromkeys(option for nodes in branches for option in self.sequence(nodes, flags)))
        return [(_blurred(options),)] if len(options) > _ALTERNATIVES else options

    def _character(self, op: str, argument: Any, flags: int) -> Pieces:  # noqa: ANN401
        mode = Mode(self._text, bool(flags & re.IGNORECASE), bool(flags & re.DOTALL), bool(flags & re.ASCII))
        if op == "LITERAL" and self._text and argument > 127 and not mode.ignore_case:
            return tuple(Piece(1 << byte, 1, 1) for byte in _encoded(argument))
        if op == "LITERAL":
            members = of_character(argument, mode)
        elif op == "NOT_LITERAL":
            members = of_class([("NEGATE", None), ("LITERAL", argument)], mode)
        elif op == "ANY":
            members = ANY if mode.dot_all else ANY & ~(1 << 10)
        else:
            members = of_class(argument, mode)
        return (Piece(members, 1, 4 if self._text and members & HIGH else 1),)

    def _repeated(self, argument: Any, flags: int) -> list[Pieces]:  # noqa: ANN401
        least, most, nodes = argument
        most = UNBOUNDED if most is parser.MAXREPEAT else most
        options = self.sequence(nodes, flags)
        if len(options) == 1 and len(options[0]) == 1:
            return [(_times(options[0][0], least, most),)]
        if not options:
            return [()] if least == 0 else []
        if least == 0:
            # What may be absent is written out as well as left out.
            return [(), *options] if most == 1 else [(_times(_blurred(options), 0, most),)]
        size = max(1, sum(map(len, options)))
        copies = max(1, min(least, _COPIES // size if len(options) == 1 else 1))
        rest = _times(_blurred(options), least - copies, most - copies)
        tail: Pieces = (rest,) if rest.most else ()
        return [option * copies + tail for option in options]


def _encoded(code: int) -> bytes:
    return chr(code).encode("utf-8", "surrogatepass")


def _times(piece: Piece, least: int, most: int) -> Piece:
    return Piece(piece.members, min(piece.least * least, UNBOUNDED), min(piece.most * most, UNBOUNDED))


def _blurred(options: list[Pieces]) -> Piece:
    """One class with a span of lengths that matches whatever one of the sequences does."""
    members = reduce(int.__or__, (piece.members for option in options for piece in option), 0)
    least = min((sum(piece.least for piece in option) for option in options), default=0)
    most = max((sum(piece.most for piece in option) for option in options), default=0)
    return Piece(members, least, min(most, UNBOUNDED))
