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
Remove the line, or write it for the destination: undersign trailers convert FILE --to PROFILE

## Options
[disclosure] profile; [severity] US109.

## Since
0.2
"""

from trailers.assistants.identity import address_sign
from trailers.assistants.marker import RANK
from trailers.disclosure.forbidding import forbidden_lines
from trailers.finding import Finding
from trailers.message.person import people_in
from trailers.message.trailer import Trailer
from trailers.rule import Rule
from trailers.typed import Iterator
from trailers.verify.setting import Setting
from trailers.verify.subject import Subject

RULE = Rule("US109", "forbidden-trailer", "error", "verify", __doc__)


def check(subject: Subject, setting: Setting) -> Iterator[Finding]:
    lines = [line for line in subject.block.trailers if _may_be_refused(line, setting)]
    for flaw in forbidden_lines(lines, setting.profile):
        remedy = f"{subject.reword()}   # {flaw.remedy}"
        message = f'line {flaw.line}, "{flaw.key}: {flaw.value}": {flaw.why}'
        yield RULE.finding(message, remedy, line=flaw.line, severity=flaw.level)


def _may_be_refused(trailer: Trailer, setting: Setting) -> bool:
    """A person who signs as `Jane Roe (aider)` signs all the same: the address says who it is."""
    if trailer.key.lower() in setting.profile.forbidden_keys:
        return True
    signs = (address_sign(person) for person in people_in(trailer.value))
    return any(sign is not None and RANK[sign.confidence] <= RANK["strong"] for sign in signs)
