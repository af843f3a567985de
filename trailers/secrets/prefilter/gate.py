"""What one pattern's matches cannot do without."""

import re
from re import _parser as parser  # type: ignore[attr-defined]

from trailers.secrets.prefilter.literals import Literal, best_literals
from trailers.secrets.prefilter.pieces import Pieces, parsed, writings
from trailers.secrets.prefilter.rarity import share
from trailers.secrets.prefilter.reach import width
from trailers.secrets.prefilter.runs import Run, best_run
from trailers.typed import NamedTuple

_NOTHING = 1.0  # bits; what tells less is in every text


class Gate(NamedTuple):
    """One of these literals or runs is in every match; where there are none, a match can be anywhere.

    `width` is the greatest length of a match in bytes (0: no bound), `least` the least. `beyond`: case is
    ignored in `str`, so that letters which are not ASCII (U+0130, U+0131, U+017F, U+212A) stand for i, s and
    k, and the literals and runs do not hold in a text that has them.
    """

    literals: tuple[Literal, ...]
    runs: tuple[Run, ...]
    width: int
    least: int
    beyond: bool

    @property
    def anchored(self) -> bool:
        """Whether each place found is where a match begins."""
        offsets = [literal.offset for literal in self.literals] + [run.offset for run in self.runs]
        return bool(offsets) and min(offsets) >= 0 and not self.beyond


def gate_of(pattern: str, *, text: bool = False, flags: int = 0) -> Gate:
    """Derive what every match of the pattern contains; raise `re.error` where it is no pattern.

    With `text` the pattern is meant for `str` and is looked for in UTF-8.
    """
    expression = parsed(pattern, text=text, flags=flags)
    beyond = text and bool(_any_flags(expression.tree, expression.flags) & re.IGNORECASE)
    gate = Gate((), (), width(expression, text=text), 1, beyond)
    best = _NOTHING
    for written in writings(expression, text=text):
        least = min((sum(piece.least for piece in pieces) for pieces in written), default=1)
        gate = gate._replace(least=max(gate.least, least))
        told, literals, runs = _needs(written)
        if told > best:
            best, gate = told, gate._replace(literals=literals, runs=runs)
    return gate


def _any_flags(nodes: object, flags: int) -> int:
    """All flags that are on in some part of the expression."""
    if not isinstance(nodes, parser.SubPattern | tuple | list):
        return flags
    if isinstance(nodes, tuple) and len(nodes) == 2 and str(nodes[0]) == "SUBPATTERN":
        flags |= nodes[1][1]
    for node in nodes:
        flags |= _any_flags(node, flags)
    return flags


def _needs(written: list[Pieces]) -> tuple[float, tuple[Literal, ...], tuple[Run, ...]]:
    """What each sequence needs, and how much it tells that one of them has it."""
    literals: dict[Literal, None] = {}
    runs: dict[Run, None] = {}
    told: dict[object, float] = {}
    for pieces in written:
        spelt, row = best_literals(pieces), best_run(pieces)
        if spelt and (row is None or spelt.bits >= row.bits):
            literals.update(dict.fromkeys(spelt.spellings))
            told[spelt.spellings] = spelt.bits
        elif row:
            runs[row.run] = None
            told[row.run] = row.bits
        else:
            return 0.0, (), ()
    return share([*told.values()]), tuple(literals), tuple(runs)
