"""Which entries lie over others with their owners: no other can be redundant where the last match decides."""

from trailers.ownership.matching.combining import paint, values_at
from trailers.ownership.survey import Survey
from trailers.typed import Collection


def above_their_like(survey: Survey) -> Collection[int]:
    """The entries that may be redundant, where that is cheap to know; else all.

    Entries are painted one over the other, as `last_match` does it. One makes a difference that covers none
    with its owners, unless its pattern stands twice.
    """
    entries, spans = survey.file.entries, survey.decision.spans
    single = len({entry.line for entry in entries}) == len(entries)
    if not single or survey.dialect.combines != "last":
        return range(len(entries))
    last = {entry.matches: place for place, entry in enumerate(entries)}
    twice = {entry.matches for place, entry in enumerate(entries) if last[entry.matches] != place}
    owners = [frozenset(entry.owners) for entry in entries]
    top: list[int | None] = [None] * len(survey.decision.paths)
    found = []
    for place in sorted(last.values()):
        covered: set[int | None] = set()
        for span in spans[place]:
            covered.update(values_at(top, span))
            paint(top, span, place)
        alike = any(one is not None and owners[one] == owners[place] for one in covered)
        if alike or entries[place].matches in twice:
            found.append(place)
    return found
