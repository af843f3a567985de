"""From what each entry matches to who decides: the last match, the last of each section, or all.

An entry's pattern is known by its number: entries with the same pattern share one, and what it matches.
"""

from trailers.ownership.codeowners import Entry
from trailers.ownership.decision import Spans
from trailers.typed import Iterable, Sequence, TypeVar

T = TypeVar("T")


def last_match(
    entries: Sequence[Entry], numbers: Sequence[int], spans: Sequence[Spans], count: int
) -> list[tuple[int, ...]]:
    """Paint each entry over those before it, on `count` paths; one that excludes leaves nobody."""
    deciding: list[tuple[int, ...]] = [()] * count
    last = dict(zip(numbers, range(len(numbers)), strict=True))
    for place in sorted(last.values()):
        own = spans[numbers[place]]
        if not own:
            continue
        decides = () if entries[place].excludes else (place,)
        for span in own:
            paint(deciding, span, decides)
    return deciding


def paint(values: list[T], span: Sequence[int], value: T) -> None:
    """Put a value at these places."""
    if isinstance(span, range):
        values[span.start : span.stop] = [value] * len(span)
    else:
        for place in span:
            values[place] = value


def values_at(values: Sequence[T], span: Sequence[int]) -> Iterable[T]:
    """What is at these places."""
    if isinstance(span, range):
        return values[span.start : span.stop]
    return map(values.__getitem__, span)


def last_of_each_section(
    entries: Sequence[Entry], numbers: Sequence[int], spans: Sequence[Spans], count: int
) -> list[tuple[int, ...]]:
    """The last match of each section, in the sections' order; none where the section excludes a path."""
    includes: dict[int, dict[int, int]] = {}
    excludes: dict[int, set[int]] = {}
    for place, entry in enumerate(entries):
        if entry.excludes:
            excludes.setdefault(entry.section, set()).add(numbers[place])
        else:
            includes.setdefault(entry.section, {})[numbers[place]] = place
    chosen = []
    for section, places in sorted(includes.items()):
        last: dict[int, int] = {}
        for place in sorted(places.values()):
            for span in spans[numbers[place]]:
                last.update(dict.fromkeys(span, place))
        for number in excludes.get(section, ()):
            for span in spans[number]:
                for path in span:
                    last.pop(path, None)
        chosen.append(last.items())
    return _together(chosen, count)


def every_match(numbers: Sequence[int], spans: Sequence[Spans], count: int) -> list[tuple[int, ...]]:
    """All that match, in the file's order."""
    places: list[list[int]] = [[] for _ in spans]
    for place, number in enumerate(numbers):
        places[number].append(place)
    chosen = (((path, number) for span in own for path in span) for number, own in enumerate(spans))
    outcomes = _together(chosen, count)
    known = {
        outcome: tuple(sorted(place for number in outcome for place in places[number]))
        for outcome in set(outcomes)
    }
    return [known[outcome] for outcome in outcomes]


def _together(chosen: Iterable[Iterable[tuple[int, int]]], count: int) -> list[tuple[int, ...]]:
    """What each path is given, in order. Equal outcomes are one value.

    An outcome is the one before it and what is added: as tuples, those on the way would be quadratic.
    """
    before, added = [0], [0]
    next_of: dict[tuple[int, int], int] = {}
    outcome = [0] * count
    for pairs in chosen:
        for path, given in pairs:
            step = outcome[path], given
            after = next_of.get(step)
            if after is None:
                after = next_of[step] = len(before)
                before.append(step[0])
                added.append(given)
            outcome[path] = after
    known = {}
    for number in set(outcome):
        parts = []
        at = number
        while at:
            parts.append(added[at])
            at = before[at]
        known[number] = tuple(reversed(parts))
    return [known[number] for number in outcome]
