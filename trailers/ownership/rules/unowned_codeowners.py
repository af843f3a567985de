"""The CODEOWNERS file has no owner itself.

## What it checks
An entry of the file gives it an owner.

## Why
Whoever can merge a change to the file without its owners makes themselves the owner of everything else.

## Example
    /src/ @developers
as the only line of .github/CODEOWNERS.

## How to fix
/.github/CODEOWNERS @org/maintainers

## Options
[severity] US313.

## Since
0.3
"""

from trailers.finding import Finding
from trailers.ownership.rules.patterns import pattern_of
from trailers.ownership.survey import Survey
from trailers.rule import Rule
from trailers.typed import Iterator

RULE = Rule("US313", "unowned-codeowners", "warning", "ownership", __doc__)


def check(survey: Survey) -> Iterator[Finding]:
    path = survey.file.path
    place = survey.place_of(path)
    if place is None or not (survey.whole or survey.judged is None or place in survey.judged):
        return
    entries = [survey.file.entries[entry] for entry in survey.decision.deciding[place]]
    if any(entry.owners for entry in entries):
        return
    cleared = f", since line {entries[-1].line} clears them" if entries else ""
    message = f"{path} has no owners{cleared}: whoever changes it makes themselves the owner of the rest"
    yield RULE.finding(message, f"add the line: {pattern_of(path, survey.dialect)} @owner")._replace(
        path=path
    )
