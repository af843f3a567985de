"""Who decides about each path, straight from the definitions: each entry is asked about each path.

The reference for `decide`, which gives the same answer fast; the two are compared on random files.
"""

from trailers.ownership.codeowners import CodeOwners, Entry
from trailers.ownership.decision import Decision
from trailers.ownership.dialects.dialect import Combines
from trailers.ownership.expression import Expression
from trailers.ownership.matching.shapes import matches
from trailers.typed import Callable, Sequence


def decide_slowly(codeowners: CodeOwners, paths: Sequence[str], combines: Combines) -> Decision:
    """Match every entry with every path, which are sorted by their bytes, and combine as the dialect does."""
    entries = codeowners.entries
    tests = [_test_of(entry) for entry in entries]
    matched: list[list[int]] = [[] for _ in entries]
    deciding = []
    for at, path in enumerate(paths):
        found = [place for place, test in enumerate(tests) if test(path)]
        for place in found:
            matched[place].append(at)
        deciding.append(_deciding(entries, found, combines))
    spans = [(places,) if places else () for places in matched]
    return Decision(paths, deciding, list(map(len, matched)), spans)


def _test_of(entry: Entry) -> Callable[[str], bool]:
    meant = entry.matches
    if not isinstance(meant, Expression):
        return lambda path: matches(meant, path)
    from trailers.ownership.regexp.matcher import matcher

    test = matcher(meant.source)
    return lambda path: test(path) is not meant.negated


def _deciding(entries: Sequence[Entry], found: list[int], combines: Combines) -> tuple[int, ...]:
    """Which of the entries that match a path decide about it."""
    if combines == "union":
        return tuple(found)
    if combines == "last":
        return tuple(place for place in found[-1:] if not entries[place].excludes)
    last_of: dict[int, int] = {entries[place].section: place for place in found}
    excluded = {entries[place].section for place in found if entries[place].excludes}
    return tuple(last_of[section] for section in sorted(last_of) if section not in excluded)
