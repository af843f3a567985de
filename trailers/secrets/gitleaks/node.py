"""A regular expression of Go's, read: a tree whose leaves are sets of bytes."""

from trailers.typed import Literal, NamedTuple

Kind = Literal[
    "byte", "character", "all of", "one of", "repeat", "group", "begin", "end", "line begin", "line end",
    "word", "no word",
]  # fmt: skip

ASCII = (1 << 128) - 1
HIGH = (1 << 256) - (1 << 128)
ANY = ASCII | HIGH
NEWLINE = 1 << 10


class Node(NamedTuple):
    """A piece of an expression.

    `byte` is one byte of the set `mask` (bit n for byte n). `character` is one ASCII character of the set,
    or any one character beyond ASCII. A `repeat` is of `least` to `most` (-1: any number) times, lazy where
    it is not `greedy`. `group` has its number.
    """

    kind: Kind
    parts: tuple["Node", ...] = ()
    mask: int = 0
    least: int = 0
    most: int = -1
    greedy: bool = True
    number: int = 0


def members(mask: int) -> list[int]:
    """The bytes of a set."""
    return [code for code in range(256) if mask >> code & 1]


def of_bytes(data: bytes) -> int:
    """The set of these bytes."""
    mask = 0
    for code in data:
        mask |= 1 << code
    return mask


def in_a_row(parts: tuple[Node, ...]) -> Node:
    """These one after another."""
    return parts[0] if len(parts) == 1 else Node("all of", parts)
