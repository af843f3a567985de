"""The piece of a pattern that is looked for: short, and rare in ordinary text.

Every match of a sequence holds a match of any run of its neighbours, so the cheapest run that is rare enough
stands for the whole: long tails are cut, big gaps are left out. What "rare" and "cheap" mean is a guess, made
on source trees; a bad guess costs time and never a match.
"""

from math import log2

from trailers.secrets.prefilter.superset_nodes import (
    EMPTY,
    LETTERS,
    Bytes,
    Choice,
    Node,
    Repeat,
    Sequence,
    least_width,
)
from trailers.typed import NamedTuple
from trailers.typed import Sequence as Several

ENOUGH = 24.0  # bits: rarer than once in some hundred megabytes of source text
MOST_COST = 300.0  # sets of bytes in one expression
_AGAIN = 0.9  # bits of one more of the same set
_LITTLE = 12.0  # bits: what is in every other file
_HEAD = 3  # bytes of a literal
_TOLD = 6.0  # bits, from which on a long tail of sets costs more than it tells
_TAIL = 12  # bytes of such a tail
_LONGEST = 160  # elements of a sequence that are looked at one by one


class Piece(NamedTuple):
    """A node, and whether every match of the pattern begins with it."""

    node: Node
    leads: bool


def piece(node: Node) -> Piece:
    """Choose the piece; a node that may be empty everywhere gives `EMPTY`."""
    elements = _elements(node)
    start, end = _window(elements)
    parts = elements[start:end]
    told = sum(map(rarity, parts))
    if told < ENOUGH and end < len(elements):
        parts.append(_head(elements[end], ENOUGH - told))
    chosen = Sequence(_trimmed(parts))
    told = rarity(chosen)
    other = _hardest(elements) if told < _LITTLE else Piece(EMPTY, leads=False)
    return other if rarity(other.node) > told or not parts else Piece(chosen, start == 0)


def _trimmed(parts: list[Node]) -> tuple[Node, ...]:
    """Without what may be missing at the end, which tells nothing and ends in many places.

    Of a long tail that tells little, behind a beginning that tells something, the first bytes are kept.
    """
    while parts and not rarity(parts[-1]):
        del parts[-1]
    tail = len(parts)
    while tail and rarity(parts[tail - 1]) < _AGAIN / 2:
        tail -= 1
    if len(parts) > tail + _TAIL and sum(map(rarity, parts[:tail])) >= _TOLD:
        del parts[tail + _TAIL :]
    return tuple(parts)


def _head(node: Node, wanted: float) -> Node:
    """The beginning of a node: as much as it takes to be rare enough."""
    if isinstance(node, Choice):
        return Choice(tuple(_head(branch, wanted) for branch in node.branches))
    parts: list[Node] = []
    budget = MOST_COST / 2
    for element in _elements(node):
        budget -= cost(element)
        if wanted <= 0 or budget < 0:
            break
        parts.append(element)
        wanted -= rarity(element)
    return Sequence(_trimmed(parts))


def has_head(node: Node) -> bool:
    """Whether the node begins with a literal, which is found well without what stands before it."""
    if isinstance(node, Choice):
        return all(map(has_head, node.branches))
    if not isinstance(node, Sequence):
        return False
    head = node.parts[:_HEAD]
    return len(head) == _HEAD and all(isinstance(part, Bytes) and part.mask.bit_count() <= 2 for part in head)


def rarity(node: Node) -> float:
    """Bits that a match of the node tells at least, in text rather than in noise: letters go together."""
    if isinstance(node, Bytes):
        return _rarity(node.mask)
    if isinstance(node, Sequence):
        return sum(map(rarity, node.parts))
    if isinstance(node, Choice):
        return max(min(map(rarity, node.branches), default=0.0) - log2(len(node.branches)) / 2, 0.0)
    return node.low * rarity(node.part)


def _rarity(mask: int) -> float:
    count = mask.bit_count()
    if count <= 2:
        return 2.0 if mask & LETTERS else 3.0 if mask else 0.0
    return 0.08 * (8 - log2(count))


def cost(node: Node) -> float:
    """About how many states the node takes in an automaton."""
    if isinstance(node, Bytes):
        return 1.0
    if isinstance(node, Sequence):
        return sum(map(cost, node.parts))
    if isinstance(node, Choice):
        return sum(map(cost, node.branches))
    return cost(node.part) * (node.low + 1 if node.high is None else node.high)


def _elements(node: Node) -> list[Node]:
    """The neighbours; counted repeats are taken apart so that they can be cut anywhere."""
    elements: list[Node] = []
    for part in node.parts if isinstance(node, Sequence) else (node,):
        if isinstance(part, Repeat) and part.low > 0:
            once = min(part.low, _LONGEST)
            elements += [part.part] * once
            high = None if part.high is None or part.low > once else part.high - part.low
            elements += [] if high == 0 else [Repeat(part.part, 0, high)]
        else:
            elements.append(part)
    return elements


def _window(elements: Several[Node]) -> tuple[int, int]:
    """The cheapest run that is rare enough, or the rarest that is cheap enough; two equal numbers: none."""
    costs = [cost(element) for element in elements]
    rarities = [rarity(element) for element in elements]
    for at in range(1, len(elements)):
        if elements[at] == elements[at - 1]:  # a row of the same letter is in every drawing and many a blob
            rarities[at] = min(rarities[at], _AGAIN)
    best, best_key = (0, 0), (0.0, 0.0)
    end, told, spent = 0, 0.0, 0.0
    for start in range(len(elements)):
        while end < len(elements) and told < ENOUGH and spent + costs[end] <= MOST_COST:
            told, spent, end = told + rarities[end], spent + costs[end], end + 1
        key = (min(told, ENOUGH), -spent)
        if end > start and told > 0 and key > best_key:
            best, best_key = (start, end), key
        if end > start:
            told, spent = told - rarities[start], spent - costs[start]
        else:
            end = start + 1
    return best


def _hardest(elements: Several[Node]) -> Piece:
    """The rarest element that no run could take in, cut down inside."""
    pieces = [_inside(element) for element in elements]
    best = max(range(len(pieces)), key=lambda at: rarity(pieces[at].node), default=-1)
    return Piece(pieces[best].node, best == 0 and pieces[0].leads) if pieces else Piece(EMPTY, leads=False)


def _inside(node: Node) -> Piece:
    if isinstance(node, Choice):
        pieces = [piece(branch) for branch in node.branches]
        if all(map(least_width, (branch.node for branch in pieces))):
            return Piece(Choice(tuple(branch.node for branch in pieces)), all(each.leads for each in pieces))
    elif isinstance(node, Repeat) and node.low:
        return piece(node.part)
    return Piece(EMPTY, leads=False)
