"""A trailer that the destination refuses.

## What it checks
The profile's destination takes no trailer of this kind: an assistant's `Signed-off-by` (a legal
statement that only a person can make), an AI co-author, or any AI trailer where the disclosure
belongs in the pull request's text.

## Why
The destination's own checks, or its maintainers, refuse the commit.

## Example
    Signed-off-by: Claude <noreply@anthropic.com>

## How to fix
Remove the line, or write it for the destination: undersign trailers convert --to PROFILE

## Options
[disclosure] profile; [severity] US109.

## Since
0.2
"""

from collections.abc import Iterator

from trailers.finding import Finding
from trailers.rule import Rule
from trailers.verify.setting import Setting
from trailers.verify.subject import Subject

RULE = Rule("US109", "forbidden-trailer", "error", "verify", __doc__)


def check(subject: Subject, setting: Setting) -> Iterator[Finding]:
    del setting
    for flaw in subject.disclosure.flaws:
        if flaw.field == "forbidden":
            remedy = f"{subject.reword()}   # {flaw.remedy}"
            message = f'line {flaw.line}, "{flaw.key}: {flaw.value}": {flaw.why}'
            yield RULE.finding(message, remedy, line=flaw.line, severity=flaw.level)
