"""An owner that names nobody, by its form alone.

## What it checks
Each owner is a user (`@user`), a team (`@org/team`), an e-mail address, or what else the dialect knows: roles
on GitLab, groups on Bitbucket. The message is GitHub's own, where GitHub has one.

## Why
GitHub skips the whole line, GitLab skips the owner. Either way nobody is asked for a review.

## Example
    *.js js-owner

## How to fix
*.js @js-owner

## Options
[severity] US302.

## Since
0.3
"""

from trailers.finding import Finding
from trailers.ownership.rules.mistaken import findings
from trailers.ownership.survey import Survey
from trailers.rule import Rule
from trailers.typed import Iterator

RULE = Rule("US302", "invalid-owner", "error", "ownership", __doc__)


def check(survey: Survey) -> Iterator[Finding]:
    return findings(RULE, survey, "Invalid owner")
