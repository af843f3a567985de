"""A CODEOWNERS file that the forge never reads, because it takes another one.

## What it checks
At most one of the places where the forge looks has a file.

## Why
The forge takes the first and ignores the rest. Whoever edits another one changes nothing.

## Example
    .github/CODEOWNERS and docs/CODEOWNERS: GitHub takes the first.

## How to fix
Move what the ignored file says to the other one, and delete it.

## Options
[severity] US312.

## Since
0.3
"""

from trailers.finding import Finding
from trailers.ownership.survey import Survey
from trailers.rule import Rule
from trailers.typed import Iterator

RULE = Rule("US312", "several-codeowners", "warning", "ownership", __doc__)


def check(survey: Survey) -> Iterator[Finding]:
    places = survey.dialect.places
    if survey.file.path not in places:  # one that was named, wherever the forge may look
        return
    taken, *ignored = [place for place in places if place == survey.file.path or place in survey.others]
    for path in ignored:
        message = f"{survey.dialect.title} takes {taken} and ignores {path}"
        yield RULE.finding(message, f"git rm {path}")._replace(path=path)
