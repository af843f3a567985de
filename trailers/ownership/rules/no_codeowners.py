"""There is no CODEOWNERS file.

## What it checks
One of the places where the forge looks has a file; the finding names them all.

## Why
A check that finds nothing to read must not say that all is well.

## Example
    A repository without .github/CODEOWNERS, CODEOWNERS and docs/CODEOWNERS.

## How to fix
Write .github/CODEOWNERS with the line: * @org/team

## Options
[owners] file, dialect; [severity] US315.

## Since
0.3
"""

from trailers.finding import Finding
from trailers.ownership.survey import Survey
from trailers.rule import Rule
from trailers.typed import Iterator

RULE = Rule("US315", "no-codeowners", "error", "ownership", __doc__)


def check(survey: Survey) -> Iterator[Finding]:
    if survey.codeowners is not None:
        return
    looked = survey.looked or survey.dialect.places
    everything = ".*" if survey.dialect.combines == "union" else "*"
    message = f"no CODEOWNERS file: looked for {', '.join(looked)}"
    yield RULE.finding(message, f"write {looked[0]} with the line: {everything} @owner")
