"""Nobody who owns the changed files has approved the change.

## What it checks
With `approver.rule = "owner"`, the approvals satisfy CODEOWNERS as its forge would ask: for every changed
file one of its owners, in GitLab's sections as many as each asks for. CODEOWNERS and the people file are the
base's, so a change to either needs the owners that were there before. An approver counts as an owner by an
address: the owner's own, or one that the people file gives a handle or a team. Who made the change is no
approver of it. A file without an owner takes anybody's approval.

## Why
Who may answer for a file is written down in the repository already.

## Example
    CODEOWNERS: /billing/ @acme/billing
    a change to billing/invoice.py, approved by somebody who is not on that team

## How to fix
One of the owners reads the change and adds their own line: undersign owners required BASE..HEAD

## Options
[approver] rule; [owners] file, dialect, people; [severity] US503.

## Since
0.3
"""

from trailers.ownership.requirement import Unmet
from trailers.rule import Rule

RULE = Rule("US503", "missing-owner", "error", "approval", __doc__)


def words(unmet: Unmet) -> str:
    """Which files lack whose approval, and what keeps it from being given."""
    need = unmet.requirement
    others = len(need.paths) - 1
    files = f"{need.paths[0]}{f' and {others} other files' if others > 1 else ' and another file' * others}"
    owners = " or ".join(" ".join(owner.text for owner in way.owners) for way in need.ways)
    section = f" of section {need.section}" if need.section else ""
    more = f"{unmet.missing} approvals" if unmet.missing > 1 else "the approval"
    told = f"{files}: CODEOWNERS line {need.line}{section} asks for {more} of {owners}"
    if len(unmet.could) >= unmet.missing:
        return told
    return f"{told}; the people file gives nobody an address for {', '.join(unmet.unresolved) or owners}"
