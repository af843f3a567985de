"""How much work an expression may be for a matcher that backtracks, as Python's `re` does.

What is counted are the ways in which a piece can match from one place: that is what backtracking tries, one
after another. A repetition has one way only where what follows cannot begin with what it repeats, and one
alternative of several where each begins otherwise. The count is an upper bound: what is called cheap is.
"""

from trailers.secrets.gitleaks.node import ANY, HIGH, Node
from trailers.typed import NamedTuple, Sequence

# How far `*`, `+` and `{n,}` reach here: the longest private keys in PEM have 7,000 bytes.
REACH = 8192
ENDLESS = 10**15

_WIDEST_CHARACTER = 4  # bytes in UTF-8


class Work(NamedTuple):
    """In how many ways a piece matches, and how many steps it takes to try them all."""

    ways: int
    steps: int


class First(NamedTuple):
    """The bytes that a match can begin with, and whether it can be empty."""

    mask: int
    empty: bool


class Width(NamedTuple):
    """The fewest and the most bytes of a match."""

    least: int
    most: int


def most_of(node: Node) -> int:
    """The most times that a repetition repeats."""
    return max(REACH, node.least) if node.most < 0 else node.most


def width(node: Node) -> Width:
    """How long a match can be."""
    if node.kind == "byte":
        return Width(1, 1)
    if node.kind == "character":
        return Width(1, _WIDEST_CHARACTER)
    parts = [width(part) for part in node.parts]
    if node.kind == "repeat":
        # Without an end it is counted in bytes, as it is written for `re`.
        most = (
            REACH if node.most < 0 and parts[0].most == _WIDEST_CHARACTER else parts[0].most * most_of(node)
        )
        return Width(parts[0].least * node.least, max(most, parts[0].most * node.least))
    if node.kind == "one of":
        return Width(min(part.least for part in parts), max(part.most for part in parts))
    return Width(sum(part.least for part in parts), sum(part.most for part in parts))


def first(node: Node) -> First:
    """What a match can begin with."""
    if node.kind == "byte":
        return First(node.mask, empty=False)
    if node.kind == "character":
        return First(node.mask | HIGH, empty=False)
    if node.kind == "one of":
        firsts = [first(part) for part in node.parts]
        return First(_union(firsts), any(one.empty for one in firsts))
    if node.kind == "repeat":
        inner = first(node.parts[0])
        return First(inner.mask if node.most else 0, inner.empty or node.least == 0)
    return first_in_a_row(node.parts)


def first_in_a_row(parts: Sequence[Node]) -> First:
    """What a match of these one after another can begin with."""
    mask = 0
    for part in parts:
        one = first(part)
        mask |= one.mask
        if not one.empty:
            return First(mask, empty=False)
    return First(mask, empty=True)


def work(node: Node, follows: int = 0) -> Work:
    """The work for a piece that bytes of the set `follows` can come behind."""
    if not node.parts:
        return Work(1, 1)
    if node.kind == "one of":
        return _one_of(node, follows)
    if node.kind == "repeat":
        return _repeat(node, follows)
    return _in_a_row(flat(node), follows)


def _one_of(node: Node, follows: int) -> Work:
    works = [work(part, follows) for part in node.parts]
    firsts = [first(part) for part in node.parts]
    ways = 1
    for code in range(256):
        fitting = (
            one.ways
            for one, begin in zip(works, firsts, strict=True)
            if begin.empty or begin.mask >> code & 1
        )
        ways = max(ways, sum(fitting))
    return Work(min(ways, ENDLESS), min(sum(one.steps for one in works), ENDLESS))


def _repeat(node: Node, follows: int) -> Work:
    part, most = node.parts[0], most_of(node)
    begin = first(part)
    inner = work(part, begin.mask | follows)
    if begin.empty and most > 1:
        return Work(ENDLESS, ENDLESS)
    if inner.ways == 1:
        ends = 1 if not begin.mask & follows else most - node.least + 1
        return Work(ends, most * inner.steps + 1)
    if most > 64:
        return Work(ENDLESS, ENDLESS)
    ways = sum(inner.ways**count for count in range(node.least, most + 1))
    steps = sum(inner.ways**count for count in range(most)) * inner.steps
    return Work(min(ways, ENDLESS), min(steps, ENDLESS))


class _Row:
    """The work for pieces one after another, of which a literal tells most ways to be none.

    Behind one repetition of a set there are as many ways as there are places for the literal that follows.
    """

    def __init__(self) -> None:
        self.before = self.ways = 1
        self.steps = 0
        self._varying: list[Node] = []

    def add(self, part: Node, follows: int) -> None:
        """One piece, and what can come behind it."""
        one = work(part, follows)
        self.steps = min(ENDLESS, self.steps + self.before * self.ways * one.steps)
        self.ways = min(ENDLESS, self.ways * one.ways)
        if one.ways > 1:
            self._varying.append(part)

    def add_literal(self, text: bytes) -> None:
        """A literal: it fits in few places."""
        self.steps = min(ENDLESS, self.steps + self.before * self.ways * len(text))
        if len(self._varying) == 1 and _is_repeated_set(self._varying[0]) and not _overlaps_itself(text):
            least, most = width(self._varying[0])
            self.ways = min(self.ways, 1 + (most - least) // len(text))
        self.before = min(ENDLESS, self.before * self.ways)
        self.ways = 1
        self._varying.clear()


def _in_a_row(parts: Sequence[Node], follows: int) -> Work:
    row = _Row()
    # What can come behind each part, from the last one on.
    behind = [follows] * len(parts)
    for at in range(len(parts) - 1, 0, -1):
        begin = first(parts[at])
        behind[at - 1] = begin.mask | (behind[at] if begin.empty else 0)
    at = 0
    while at < len(parts):
        text = literal_at(parts, at)
        if text:
            row.add_literal(text)
        else:
            row.add(parts[at], behind[at])
        at += len(text) or 1
    return Work(min(row.before * row.ways, ENDLESS), row.steps)


def flat(node: Node) -> tuple[Node, ...]:
    """The pieces one after another, those of groups among them."""
    if node.kind in ("group", "all of"):
        return tuple(piece for part in node.parts for piece in flat(part))
    return (node,)


def literal_at(parts: Sequence[Node], at: int) -> bytes:
    """The literal that begins at a piece, in lower case; empty where none does."""
    end = at
    text = bytearray()
    while end < len(parts) and (code := _letter(parts[end])) is not None:
        text.append(code)
        end += 1
    return bytes(text)


def _letter(node: Node) -> int | None:
    """The byte, in lower case, that a piece is, in one case or either."""
    if node.kind != "byte" or not 0 < node.mask.bit_count() < 3:
        return None
    codes = {code | 0x20 if 0x41 <= code <= 0x5A else code for code in _codes(node.mask)}
    return codes.pop() if len(codes) == 1 else None


def _codes(mask: int) -> tuple[int, int]:
    return mask.bit_length() - 1, (mask & -mask).bit_length() - 1


def _is_repeated_set(node: Node) -> bool:
    return node.kind == "repeat" and node.parts[0].kind in ("byte", "character")


def _overlaps_itself(text: bytes) -> bool:
    return any(text.startswith(text[start:]) for start in range(1, len(text)))


def _union(firsts: Sequence[First]) -> int:
    mask = 0
    for one in firsts:
        mask |= one.mask
    return mask & ANY
