"""A line that means something on another forge, and something else here.

## What it checks
Section headers where there are no sections, a glob where patterns are regular expressions, exclusions and
comments where the dialect has none.

## Why
Files are carried from forge to forge. The line is read without an error, and gives the files to others.

## Example
    [Documentation] @docs-team

## How to fix
Write the line in the file's own dialect, or name the dialect: undersign owners check --dialect gitlab

## Options
[owners] dialect; [severity] US309.

## Since
0.3
"""

from trailers.finding import Finding
from trailers.ownership.rules.mistaken import findings
from trailers.ownership.survey import Survey
from trailers.rule import Rule
from trailers.typed import Iterator

RULE = Rule("US309", "other-dialect", "warning", "ownership", __doc__)


def check(survey: Survey) -> Iterator[Finding]:
    return findings(RULE, survey, "Other dialect")
