"""The run that a sequence of byte classes cannot do without: so many bytes of one set in a row."""

from trailers.secrets.prefilter.pieces import Pieces
from trailers.secrets.prefilter.rarity import bits_of
from trailers.typed import Iterator, NamedTuple

_LENGTH = 256
_TOO_LITTLE = 0.1  # bits a byte
_ENOUGH = 14.0  # bits; a literal that tells as much costs less


class Run(NamedTuple):
    """At least `least` bytes of the set `members` in a row.

    Where `offset` is not -1, the run begins where the row does (the byte before is of the set `before`, which
    has nothing of `members`), so far after the match's start.
    """

    members: int
    least: int
    offset: int
    before: int


class BestRun(NamedTuple):
    """A run and how much it tells, in bits."""

    run: Run
    bits: float


def best_run(pieces: Pieces) -> BestRun | None:
    """The best run for one sequence; None where none tells anything."""
    best: BestRun | None = None
    length = 0  # of what stands before, -1 where that varies
    for first, piece in enumerate(pieces):
        for run, told in _runs_from(pieces, first, length):
            if best is None or told > best.bits:
                best = BestRun(run, told)
        length = length + piece.least if length >= 0 and piece.least == piece.most else -1
    return best


def _runs_from(pieces: Pieces, first: int, length: int) -> Iterator[tuple[Run, float]]:
    before = pieces[first - 1].members if first and length > 0 else 0
    members, least = 0, 0
    for piece in pieces[first:]:
        members |= piece.members
        of_each = bits_of(members)
        if of_each < _TOO_LITTLE:
            return
        least = min(least + piece.least, _LENGTH)
        begins = bool(before) and not before & members
        # Bytes of a kind stand together: a row of them tells less than as many in different places.
        row = 0.5 * least * of_each
        told = min(row, _ENOUGH) + 4 * begins + 0.01 * row
        if least:
            yield Run(members, least, length if begins else -1, before if begins else 0), told
