"""A rule that matches no tracked file.

## What it checks
Each entry matches a tracked file. An exclusion takes one out that its section would own. Where git knows
where the files went, US314 is told instead; where only the case of letters differs, US310.

## Why
The files were moved or deleted, and whoever was to answer for them does not any more; or the pattern never
meant what its author thought.

## Example
    /src/legacy/ @developers
where src/legacy is gone.

## How to fix
Delete the line, or correct the pattern.

## Options
[severity] US305.

## Since
0.3
"""

from trailers.finding import Finding
from trailers.ownership.rules.exclusions import without_effect
from trailers.ownership.rules.placing import at_pattern
from trailers.ownership.survey import Survey
from trailers.rule import Rule
from trailers.typed import Collection, Iterator

RULE = Rule("US305", "dead-rule", "error", "ownership", __doc__)


def check(survey: Survey) -> Iterator[Finding]:
    from trailers.ownership.rules.case_mismatch import near
    from trailers.ownership.rules.moved_path import moves

    dead = survey.dead()
    moved = moves(survey, dead)
    return told(survey, {*moved, *near(survey, [place for place in dead if place not in moved])})


def told(survey: Survey, otherwise: Collection[int]) -> Iterator[Finding]:
    """The dead entries, but for those that are told of by another rule."""
    entries = survey.file.entries
    for place in survey.dead():
        if place not in otherwise:
            message = f"{entries[place].pattern} matches no tracked file"
            yield at_pattern(RULE, survey.file, place, message)
    for place in without_effect(survey):
        message = f"{entries[place].pattern} takes no file out: nothing else would own what it matches"
        yield at_pattern(RULE, survey.file, place, message)
