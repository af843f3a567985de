"""Which paths some entries match, whoever decides about them."""

from collections.abc import Iterator, Sequence

from trailers.ownership.codeowners import Entry
from trailers.ownership.expression import Expression
from trailers.ownership.matching.places import Places
from trailers.ownership.shape import Shape

# The places of paths, in stretches and lists.
Spans = Sequence[Sequence[int]]


def matched_paths(entries: Sequence[Entry], paths: Sequence[str]) -> Iterator[tuple[int, Spans]]:
    """The place of each entry that matches something, and of what; `paths` are sorted by their bytes."""
    places = Places(paths)
    wild: list[tuple[int, Shape]] = []
    for at, entry in enumerate(entries):
        pattern = entry.matches
        if isinstance(pattern, Expression):
            found = [_matching(pattern, paths)]
        elif pattern.rest:
            wild.append((at, pattern))
            continue
        else:
            found = [] if pattern.reach == "inside" else [places.at(pattern.prefix)]
            found += [] if pattern.reach == "path" else [places.below(pattern.prefix)]
        if spans := list(filter(None, found)):
            yield at, spans
    if wild:
        from trailers.ownership.matching.walk import spans_of

        yield from spans_of(wild, places).items()


def _matching(expression: Expression, paths: Sequence[str]) -> Sequence[int]:
    from trailers.ownership.regexp.matcher import matcher

    test = matcher(expression.source)
    return [place for place, path in enumerate(paths) if test(path) is not expression.negated]
