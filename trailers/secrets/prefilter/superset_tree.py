"""From Python's parse tree of a regular expression to a regular superset of it, over bytes.

Look-arounds, anchors and boundaries have no width and are dropped; a back-reference is whatever its group can
be; a condition on a group is either branch; possessive, atomic, lazy and greedy parts match the same texts.
"""

from functools import reduce
from operator import or_

from trailers.secrets.prefilter.superset_classes import ONE_HIGH, Meaning, Tree, characters
from trailers.secrets.prefilter.superset_nodes import (
    ALL,
    EMPTY,
    HIGH,
    Bytes,
    Choice,
    Node,
    Repeat,
    Sequence,
    size,
)
from trailers.typed import Iterable

_NO_WIDTH = frozenset(("AT", "ASSERT", "ASSERT_NOT", "FAILURE"))
_REPEATS = frozenset(("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"))
_ANYTHING = Repeat(Bytes(ALL), 0, None)
# A group that refers to a group that refers on doubles with every step.
_LARGEST_REFERENCE = 100
_COUNTED = 3


class Translation:
    """The translation of one pattern; it remembers the groups for the references to them."""

    def __init__(self) -> None:
        self._groups: dict[int, tuple[Node, int]] = {}

    def sequence(self, tree: Iterable[Tree], meaning: Meaning) -> Node:
        """Translate one after the other, flat."""
        parts: list[Node] = []
        for operator, argument in tree:
            node = self._node(str(operator), argument, meaning)
            parts.extend(node.parts if isinstance(node, Sequence) else (node,))
        return parts[0] if len(parts) == 1 else Sequence(tuple(parts))

    def _node(self, operator: str, argument: Tree, meaning: Meaning) -> Node:
        if operator in _NO_WIDTH:
            return EMPTY
        if operator in _REPEATS:
            low, high, tree = argument
            return _repeated(self.sequence(tree, meaning), int(low), int(high))
        if operator == "BRANCH":
            return _either([self.sequence(tree, meaning) for tree in argument[1]])
        if operator in {"SUBPATTERN", "ATOMIC_GROUP", "GROUPREF", "GROUPREF_EXISTS"}:
            return self._grouped(operator, argument, meaning)
        return characters(operator, argument, meaning).node()

    def _grouped(self, operator: str, argument: Tree, meaning: Meaning) -> Node:
        if operator == "ATOMIC_GROUP":
            return self.sequence(argument, meaning)
        if operator == "GROUPREF":
            node, flags = self._groups.get(argument, (EMPTY, -1))
            return node if flags == meaning.flags and size(node) <= _LARGEST_REFERENCE else _ANYTHING
        if operator == "GROUPREF_EXISTS":
            _, yes, no = argument
            return _either([self.sequence(yes, meaning), self.sequence(no or (), meaning)])
        number, added, removed, tree = argument
        inside = Meaning(meaning.text, (meaning.flags | added) & ~removed)
        node = self.sequence(tree, inside)
        if number is not None:
            self._groups[number] = (node, inside.flags)
        return node


def _either(branches: list[Node]) -> Node:
    """One of them; single bytes are one set, which tells what it is worth."""
    mask = reduce(or_, [branch.mask for branch in branches if isinstance(branch, Bytes)], 0)
    different = tuple(
        dict.fromkeys(Bytes(mask) if isinstance(branch, Bytes) else branch for branch in branches)
    )
    return different[0] if len(different) == 1 else Choice(different)


def _repeated(part: Node, low: int, high: int) -> Node:
    """`high` is a number of some thousand millions where there is no end (`MAXREPEAT`)."""
    end = None if high >= 1 << 31 else high
    if isinstance(part, Choice) and part.branches[-1] == ONE_HIGH and isinstance(part.branches[0], Bytes):
        # n characters are n to 4n bytes, of either kind
        part, end = Bytes(part.branches[0].mask | HIGH), end and 4 * end
    if end == 0 or part == EMPTY:
        return EMPTY
    if isinstance(part, Bytes) and end is not None and end - low > _COUNTED and part.mask != ALL:
        end = None  # a loop is one state of an automaton, a count is as many as it can reach
    return part if (low, end) == (1, 1) else Repeat(part, low, end)
