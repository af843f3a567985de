"""A pattern that the forge refuses.

## What it checks
Each line's pattern is one that the dialect understands. On GitHub: no `!`, no `[ ]` without backslashes, no
`***`, not `/` alone. The message is GitHub's own, where GitHub has one.

## Why
The forge skips the line and says nothing when the change is reviewed: its files have other owners, or none.

## Example
    ***.rb @octocat

## How to fix
Write the pattern that is suggested, or delete the line.

## Options
[severity] US301.

## Since
0.3
"""

from trailers.finding import Finding
from trailers.ownership.rules.mistaken import findings
from trailers.ownership.survey import Survey
from trailers.rule import Rule
from trailers.typed import Iterator

RULE = Rule("US301", "invalid-pattern", "error", "ownership", __doc__)


def check(survey: Survey) -> Iterator[Finding]:
    return findings(RULE, survey, "Invalid pattern")
