"""What a byte-level regular superset is made of: sets of bytes, sequences, alternatives, repeats.

Nothing else is regular, so nothing else is here: look-arounds, back-references and captures are gone. A set
is an integer with bit n on for byte n.
"""

from typing import NamedTuple, TypeAlias, Union

ALL = (1 << 256) - 1
HIGH = ALL ^ ((1 << 128) - 1)  # the bytes of characters outside of ASCII, in UTF-8 and in every 8-bit charset
LETTERS = sum(1 << value for value in b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")


class Bytes(NamedTuple):
    """One byte out of a set."""

    mask: int


class Sequence(NamedTuple):
    """One after the other."""

    parts: "tuple[Node, ...]"


class Choice(NamedTuple):
    """One of them."""

    branches: "tuple[Node, ...]"


class Repeat(NamedTuple):
    """`part` from `low` to `high` times; `high` None is without end."""

    part: "Node"
    low: int
    high: int | None


Node: TypeAlias = Union[Bytes, Sequence, Choice, Repeat]  # noqa: UP007 - the names are strings at run time

EMPTY = Sequence(())


def mask_of(values: bytes) -> int:
    """The set of these bytes."""
    mask = 0
    for value in values:
        mask |= 1 << value
    return mask


def members(mask: int) -> list[int]:
    """The bytes of a set, in order."""
    return [value for value in range(256) if mask >> value & 1]


def literal(data: bytes) -> Node:
    """Exactly these bytes."""
    return Sequence(tuple(Bytes(1 << value) for value in data))


def least_width(node: Node) -> int:
    """The fewest bytes that the node matches."""
    if isinstance(node, Bytes):
        return 1
    if isinstance(node, Sequence):
        return sum(map(least_width, node.parts))
    if isinstance(node, Choice):
        return min(map(least_width, node.branches), default=0)
    return node.low and node.low * least_width(node.part)


def greatest_width(node: Node) -> int | None:
    """The most bytes that the node matches, None where there is no end."""
    if isinstance(node, Bytes):
        return 1
    if isinstance(node, Repeat):
        part = greatest_width(node.part)
        return None if part is None or node.high is None else part * node.high
    widths = [greatest_width(part) for part in (node.parts if isinstance(node, Sequence) else node.branches)]
    known = [width for width in widths if width is not None]
    if len(known) < len(widths):
        return None
    return sum(known) if isinstance(node, Sequence) else max(known, default=0)


def first_bytes(node: Node) -> int:
    """The bytes that a match can begin with; all of them where it may be empty."""
    if isinstance(node, Bytes):
        return node.mask
    if isinstance(node, Repeat):
        return first_bytes(node.part) if node.low else ALL
    mask = 0
    if isinstance(node, Choice):
        for branch in node.branches:
            mask |= first_bytes(branch)
        return mask
    for part in node.parts:
        mask |= first_bytes(part.part if isinstance(part, Repeat) else part)
        if least_width(part):
            return mask
    return ALL


def size(node: Node) -> int:
    """How many sets of bytes it takes to write the node."""
    if isinstance(node, Bytes):
        return 1
    if isinstance(node, Repeat):
        return size(node.part)
    return sum(map(size, node.parts if isinstance(node, Sequence) else node.branches))


def written(node: Node) -> str:
    """The node in the syntax that Hyperscan, PCRE and Python's `re` over bytes read alike, without flags."""
    if isinstance(node, Bytes):
        return _class(node.mask)
    if isinstance(node, Sequence):
        return _run(node.parts)
    if isinstance(node, Choice):
        return f"(?:{'|'.join(map(written, node.branches))})"
    return _atom(node.part) + _quantifier(node.low, node.high)


def _run(parts: tuple[Node, ...]) -> str:
    """A sequence; neighbours that are the same set become one counted repeat."""
    pieces: list[str] = []
    at = 0
    while at < len(parts):
        end = at + 1
        while isinstance(parts[at], Bytes | Choice) and end < len(parts) and parts[end] == parts[at]:
            end += 1
        pieces.append(written(parts[at]) + _quantifier(end - at, end - at))
        at = end
    return "".join(pieces)


def _atom(node: Node) -> str:
    return written(node) if isinstance(node, Bytes | Choice) else f"(?:{written(node)})"


def _quantifier(low: int, high: int | None) -> str:
    known = {(1, 1): "", (0, 1): "?", (0, None): "*", (1, None): "+"}
    if (low, high) in known:
        return known[low, high]
    return f"{{{low}}}" if low == high else f"{{{low},{'' if high is None else high}}}"


def _class(mask: int) -> str:
    values = members(mask)
    if len(values) == 1:
        return _byte(values[0])
    if len(values) > 128:
        rest = members(ALL ^ mask)
        return f"[^{_ranges(rest)}]" if rest else "[\\x00-\\xff]"
    return f"[{_ranges(values)}]"


def _ranges(values: list[int]) -> str:
    pieces: list[str] = []
    start = 0
    for at, value in enumerate(values):
        if at + 1 == len(values) or values[at + 1] != value + 1:
            first = values[start]
            pieces.append(_byte(first) if first == value else f"{_byte(first)}-{_byte(value)}")
            start = at + 1
    return "".join(pieces)


def _byte(value: int) -> str:
    character = chr(value)
    return character if character.isascii() and character.isalnum() else f"\\x{value:02x}"
