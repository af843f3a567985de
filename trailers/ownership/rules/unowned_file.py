"""A tracked file that nobody owns.

## What it checks
Some entry decides about each tracked file. An entry without owners decides too: it clears them on purpose, as
an exclusion does in its section. A directory of which no file has an owner is told once.

## Why
A change to such a file can be merged without the word of anybody who knows it.

## Example
    /src/ @developers
and a file docs/guide.md.

## How to fix
/docs/ @docs-team

## Options
[owners] baseline: findings that were there before the check; [severity] US304.

## Since
0.3
"""

from trailers.finding import Finding
from trailers.ownership.rules.exclusions import unowned
from trailers.ownership.rules.patterns import pattern_of
from trailers.ownership.rules.placing import counted
from trailers.ownership.survey import Survey
from trailers.rule import Rule
from trailers.typed import Iterator, Sequence

RULE = Rule("US304", "unowned-file", "error", "ownership", __doc__)


def check(survey: Survey) -> Iterator[Finding]:
    paths, places = survey.decision.paths, unowned(survey)
    if survey.judged is None and survey.whole:
        areas = _areas(paths, places)
    else:
        areas = ((paths[place], 1) for place in places)
    for path, count in areas:
        yield _finding(survey, path, count)


def _finding(survey: Survey, path: str, count: int) -> Finding:
    if path.endswith("/"):
        message = f"{path} has {counted(count, 'file')}, and none of them has an owner"
    else:
        message = f"{path} has no owner: no entry matches it"
    line = f"{pattern_of(path, survey.dialect)} @owner"
    return Finding(RULE.id, RULE.severity, message, f"add the line: {line}", path=path)


def _areas(paths: Sequence[str], places: Sequence[int]) -> Iterator[tuple[str, int]]:
    """The widest directories without any owned file, with how many files they have; single files as they are.

    Sorted paths keep a directory together. So one is without owners if it has neither the last path before
    a run of unowned ones, nor the first one after it.
    """
    start = 0
    while start < len(places):
        end = _end_of_run(places, start)
        before = paths[places[start] - 1] if places[start] else ""
        after = paths[places[end - 1] + 1] if places[end - 1] + 1 < len(paths) else ""
        while start < end:
            path = paths[places[start]]
            top = max(_shared(path, before), _shared(path, after))
            slash = path.find("/", top)
            directory = path[: slash + 1]
            until = start + 1
            while directory and until < end and paths[places[until]].startswith(directory):
                until += 1
            yield (directory, until - start) if until - start > 1 else (path, 1)
            start = until


def _end_of_run(places: Sequence[int], start: int) -> int:
    """Where the places stop to be one after the other."""
    end = start + 1
    while end < len(places) and places[end] == places[end - 1] + 1:
        end += 1
    return end


def _shared(path: str, other: str) -> int:
    """How long the directories are that both are in, the last slash included."""
    end = 0
    slash = path.find("/") + 1
    while slash and other.startswith(path[end:slash], end):
        end = slash
        slash = path.find("/", end) + 1
    return end
