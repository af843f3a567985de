"""Which of several findings at one place is told: the one that says most."""

from trailers.secrets.hit import Hit
from trailers.typed import Iterable, Iterator, Sequence, TypeAlias

# A hit and the index of its detector.
Judged: TypeAlias = tuple[Hit, int]

# The lower is told. A format that says what a secret is beats the name that it was given, and that its looks.
_RANKS = {"US201": 0, "US202": 0, "US207": 0, "US203": 1, "US210": 2, "US204": 3, "US205": 4}


def without_overlaps(judged: Iterable[Judged], rules: Sequence[str]) -> list[Judged]:
    """Keep the best ranked of those whose secrets overlap, in order of offset; `rules` are by detector.

    In one rank the longer secret wins, then the detector that comes first. Linear but for the sorting.
    """
    ranks: dict[int, list[Judged]] = {}
    for pair in judged:
        ranks.setdefault(_RANKS.get(rules[pair[1]], 0), []).append(pair)
    kept: list[Judged] = []
    for _, pairs in sorted(ranks.items()):
        left = sorted(pairs, key=_order)
        # What gave way to one that then gave way itself has another chance.
        while left := list(_clear_of(kept, left)):
            kept = sorted([*kept, *_longest(left)], key=_order)
    return kept


def _order(judged: Judged) -> tuple[int, int, int]:
    hit, detector = judged
    return hit.start, -hit.end, detector


def _longest(judged_hits: list[Judged]) -> Iterator[Judged]:
    best: Judged | None = None
    for judged in judged_hits:
        if best is None or judged[0].start >= best[0].end:
            if best:
                yield best
            best = judged
        elif _length(judged) > _length(best):
            best = judged
    if best:
        yield best


def _length(judged: Judged) -> int:
    return judged[0].end - judged[0].start


def _clear_of(kept: list[Judged], judged_hits: Iterable[Judged]) -> Iterator[Judged]:
    """Those that overlap none of the kept ones; both are in order, and the kept ones without overlaps."""
    at = 0
    for judged in judged_hits:
        while at < len(kept) and kept[at][0].end <= judged[0].start:
            at += 1
        if at == len(kept) or kept[at][0].start >= judged[0].end:
            yield judged
