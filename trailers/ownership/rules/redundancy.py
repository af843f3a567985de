"""Which entries change nothing, and which others give their files the same owners."""

from trailers.ownership.codeowners import Entry
from trailers.ownership.rules.duplicate_rule import doubled
from trailers.ownership.rules.instead import MOST, Instead, is_wild, owners_of
from trailers.ownership.survey import Survey
from trailers.typed import Collection, Mapping, Sequence


def among_last(survey: Survey, above: Collection[int]) -> dict[int, set[int]]:
    """The redundant entries, and which would decide instead, where the last match decides.

    What would decide matches a path that it does not decide about. So few entries have to be looked at,
    and only those `above` their like.
    """
    entries = survey.file.entries
    decided = survey.decided()
    losers = [place for place, count in enumerate(survey.decision.matched) if count > decided.get(place, 0)]
    lines = {entries[place].line for place in decided}
    idle = {place for place in losers if entries[place].line not in lines and not entries[place].excludes}
    candidates = _candidates(entries, [place for place in losers if place not in idle], decided)
    decides = _paths_of(survey, candidates.intersection(above))
    # Most make a difference for their first path already: the others are few, and looked at in full.
    first = {place: paths[:1] for place, paths in decides.items()}
    likely = _deciding_instead(survey, losers, first, idle).keys()
    found = _deciding_instead(
        survey, losers, {place: decides[place] for place in likely}, idle, together=True
    )
    return _whole_lines(entries, lines, decided.keys() - found.keys(), found)


def _whole_lines(
    entries: Sequence[Entry], lines: set[int], needed: Collection[int], found: dict[int, set[int]]
) -> dict[int, set[int]]:
    """One entry for each line of which none is needed: Mibex's braces make several of a line."""
    lines = lines - {entries[place].line for place in needed}
    told: dict[int, set[int]] = {}
    first: dict[int, int] = {}
    for place, instead in found.items():
        if entries[place].line in lines:
            told.setdefault(first.setdefault(entries[place].line, place), set()).update(instead)
    return told


def _candidates(entries: Sequence[Entry], losers: list[int], decided: Mapping[int, int]) -> set[int]:
    """The entries that decide, where an earlier loser of their section has the same owners."""
    first: dict[tuple[int, frozenset[str]], int] = {}
    for place in losers:
        if not entries[place].excludes:
            first.setdefault(owners_of(entries[place]), place)
    return {place for place in decided if first and first.get(owners_of(entries[place]), place) < place}


def _paths_of(survey: Survey, candidates: set[int]) -> dict[int, list[int]]:
    found: dict[int, list[int]] = {place: [] for place in candidates}
    for path, places in enumerate(survey.decision.deciding):
        for place in places:
            if place in candidates:
                found[place].append(path)
    return found


def _deciding_instead(
    survey: Survey,
    losers: Sequence[int],
    decides: Mapping[int, Sequence[int]],
    idle: Collection[int],
    *,
    together: bool = False,
) -> dict[int, set[int]]:
    """The entries without which these paths have the same owners, and who would decide instead.

    It has to be so with and without the `idle` ones, which decide nothing and are told by other rules; where
    all are to go `together`, also with and without each other.
    """
    asked = sorted(path for paths in decides.values() for path in paths)
    if _too_many(survey, losers, len(asked)):
        return {}
    texts = {path: survey.decision.paths[path] for path in asked}
    index = Instead(survey.file.entries, losers, texts)
    gone = set(idle)
    found: dict[int, set[int]] = {}
    for place in sorted(decides):
        instead: set[int] = set()
        for path in decides[place]:
            other = index.like(place, path, gone)
            if other is None:
                break
            instead.add(other)
        else:
            found[place] = instead
            gone |= {place} if together else set()
    return found


def _too_many(survey: Survey, losers: Sequence[int], asked: int) -> bool:
    """Whether so many matches of patterns with wildcards would be looked at that it would take seconds."""
    counts = (survey.decision.matched[place] for place in losers if is_wild(survey.file.entries[place]))
    return sum(min(asked, count) for count in counts) > MOST


def among_all(survey: Survey) -> dict[int, set[int]]:
    """The redundant entries, and which ask the same owners, where all matches hold.

    The later one of two goes first. Each set of entries that match a path is looked at once. What US307 tells
    of is left out.
    """
    from collections import Counter

    entries = survey.file.entries
    owners = [{owner.text for owner in entry.owners} for entry in entries]
    together: dict[int, list[tuple[Counter[str], tuple[int, ...]]]] = {}
    for places in set(survey.decision.deciding):
        asked = Counter(name for place in places for name in owners[place])
        for place in places:
            together.setdefault(place, []).append((asked, places))
    found: dict[int, set[int]] = {}
    again = doubled(survey)
    for place in sorted(together, reverse=True):
        if entries[place].line in again:
            continue
        groups = together[place]
        if all(asked[name] > 1 for asked, _ in groups for name in owners[place]):
            for asked, _ in groups:
                asked.subtract(owners[place])
            found[place] = {
                other
                for _, places in groups
                for other in places
                if other != place and not owners[place].isdisjoint(owners[other])
            }
    return {place: found[place] for place in sorted(found)}
