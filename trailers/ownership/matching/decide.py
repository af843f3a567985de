"""Who decides about each path, fast: the same answer as `decide_slowly`.

Each pattern is looked for once, however often it stands in the file. One without wildcards is a stretch of
the sorted paths, found by two bisections. Those with wildcards are looked for together (`walk.py`).
"""

from trailers.ownership.codeowners import CodeOwners
from trailers.ownership.decision import Decision, Spans
from trailers.ownership.dialects.dialect import Combines
from trailers.ownership.expression import Expression
from trailers.ownership.matching import combining
from trailers.ownership.matching.places import Places, placed
from trailers.ownership.shape import Shape
from trailers.typed import Sequence


def decide(codeowners: CodeOwners, paths: Sequence[str], combines: Combines) -> Decision:
    """Match a file's entries with paths, which are sorted by their bytes, and combine as the dialect does."""
    entries = codeowners.entries
    known: dict[Shape | Expression, int] = {}
    numbers = [known.setdefault(entry.matches, len(known)) for entry in entries]
    spans = spans_of(list(known), paths)
    if combines == "union":
        deciding = combining.every_match(numbers, spans, len(paths))
    elif combines == "sections":
        deciding = combining.last_of_each_section(entries, numbers, spans, len(paths))
    else:
        deciding = combining.last_match(entries, numbers, spans, len(paths))
    sizes = [sum(map(len, own)) for own in spans]
    return Decision(
        paths, deciding, [sizes[number] for number in numbers], [spans[number] for number in numbers]
    )


def spans_of(patterns: Sequence[Shape | Expression], paths: Sequence[str]) -> list[Spans]:
    """What each pattern matches of paths that are sorted by their bytes; empty where that is nothing."""
    places = placed(paths)
    spans: list[Spans] = []
    wild: list[tuple[int, Shape]] = []
    for number, pattern in enumerate(patterns):
        if isinstance(pattern, Expression):
            spans.append(_matching(pattern, paths))
        elif pattern.rest:
            wild.append((number, pattern))
            spans.append(())
        else:
            spans.append(_fixed(pattern, places))
    if wild:
        from trailers.ownership.matching import walk

        for number, found in walk.spans_of(wild, places).items():
            spans[number] = found
    return spans


def _fixed(shape: Shape, places: Places) -> Spans:
    below = places.below(shape.prefix) if shape.reach != "path" else range(0)
    itself = places.at(shape.prefix) if shape.reach != "inside" else range(0)
    return tuple(span for span in (itself, below) if span)


def _matching(expression: Expression, paths: Sequence[str]) -> Spans:
    from trailers.ownership.regexp.matcher import matcher

    test = matcher(expression.source)
    found = [place for place, path in enumerate(paths) if test(path) is not expression.negated]
    return (found,) if found else ()
