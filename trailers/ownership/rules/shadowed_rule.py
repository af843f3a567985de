"""A rule that decides nothing, because later ones take all its files.

## What it checks
Each entry that matches files decides about one of them at least. It is judged by the effect on the tracked
files, so several later rules can take them together, and a rule with the same beginning need not. Each
section of GitLab stands alone, and on Gitea and Forgejo all matching rules hold.

## Why
Its owners are never asked, although the line says that they are.

## Example
    **/manifest.json @org/documentation
    *                @org/everybody

## How to fix
Move the line below those that take its files, or delete it.

## Options
[severity] US306.

## Since
0.3
"""

from itertools import chain

from trailers.finding import Finding
from trailers.ownership.matching.combining import values_at
from trailers.ownership.rules.duplicate_rule import doubled
from trailers.ownership.rules.exclusions import TakenOut, taken_out
from trailers.ownership.rules.placing import at_pattern, counted, deleting, lines_named
from trailers.ownership.survey import Survey
from trailers.rule import Rule
from trailers.typed import Iterator, Sequence

RULE = Rule("US306", "shadowed-rule", "error", "ownership", __doc__)


def check(survey: Survey) -> Iterator[Finding]:
    if survey.dialect.combines == "union":
        return
    shadowed = survey.idle()
    if shadowed:
        again = doubled(survey)
        shadowed = [place for place in shadowed if survey.file.entries[place].line not in again]
    for place, (lines, count) in _by_line(survey, shadowed).items():
        entry = survey.file.entries[place]
        files = counted(count, "file")
        verb = "takes" if len(lines) == 1 else "take"
        message = f"{entry.pattern} decides nothing: {lines_named(lines)} {verb} its {files}"
        below = lines[-1]
        remedy = deleting(entry.line)
        if below > entry.line:
            remedy = f"move line {entry.line} below line {below}, or {remedy}"
        yield at_pattern(RULE, survey.file, place, message, remedy)


def _by_line(survey: Survey, shadowed: list[int]) -> dict[int, tuple[list[int], int]]:
    """By the first of these entries of a line: the lines that take its paths, and how many paths."""
    entries = survey.file.entries
    first: dict[int, int] = {}
    for place in shadowed:
        first.setdefault(entries[place].line, place)
    takers: dict[int, set[int]] = {}
    count: dict[int, int] = {}
    for place, lines in _takers(survey, shadowed):
        told = first[entries[place].line]
        takers.setdefault(told, set()).update(lines)
        count[told] = count.get(told, 0) + survey.decision.matched[place]
    return {place: (sorted(lines), count[place]) for place, lines in takers.items()}


def _takers(survey: Survey, shadowed: list[int]) -> Iterator[tuple[int, set[int]]]:
    """These entries, each with the lines that take its paths."""
    if not shadowed:
        return
    entries = survey.file.entries
    excluded = taken_out(survey)
    for place in shadowed:
        spans, section = survey.decision.spans[place], entries[place].section
        taking = set().union(*(_taking(survey, excluded, section, span) for span in spans))
        yield place, {entries[other].line for other in taking}


def _taking(survey: Survey, excluded: TakenOut, section: int, paths: Sequence[int]) -> set[int]:
    """The entries of a section that decide about these paths, or exclude them."""
    found = set(chain.from_iterable(set(values_at(survey.decision.deciding, paths))))
    taking = {place for place in found if survey.file.entries[place].section == section}
    if excluded:
        nobody: dict[int, int] = {}
        outs = (excluded.get(path, nobody).get(section) for path in paths)
        taking.update(place for place in outs if place is not None)
    return taking
