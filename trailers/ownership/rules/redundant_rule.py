"""A rule without which every file has the same owners.

## What it checks
Each entry makes a difference: without it, one of the files that it decides about would have other owners, or
none. All that are told can go together. Rules that decide nothing are told by US305 and US306. Where patterns
with wildcards have more than five million matches to compare, nothing is told.

## Why
A rule that says again what another one says hides who owns what, and is forgotten when the other changes.

## Example
    /src/        @developers
    /src/parser/ @developers

## How to fix
Delete the line.

## Options
[severity] US308.

## Since
0.3
"""

from trailers.finding import Finding
from trailers.ownership.covering import above_their_like
from trailers.ownership.rules.placing import at_pattern, lines_named
from trailers.ownership.survey import Survey
from trailers.rule import Rule
from trailers.typed import Iterator

RULE = Rule("US308", "redundant-rule", "warning", "ownership", __doc__)


def check(survey: Survey) -> Iterator[Finding]:
    above = above_their_like(survey)
    if not above:
        return
    from trailers.ownership.rules.redundancy import among_all, among_last

    entries = survey.file.entries
    union = survey.dialect.combines == "union"
    for place, instead in (among_all(survey) if union else among_last(survey, above)).items():
        lines = sorted(entries[other].line for other in instead)
        verb = "gives" if len(lines) == 1 else "give"
        message = (
            f"{entries[place].pattern} changes nothing: {lines_named(lines)} {verb} its files the same owners"
        )
        yield at_pattern(RULE, survey.file, place, message)
