"""The approver is somebody who made the change.

## What it checks
With `approver.rule = "other"`, at least one approver is neither the author, nor the committer, nor a
co-author. The mailmap of the base says which addresses are one person; `+tags` do not make another.

## Why
Four eyes see more than two. Many standards ask for somebody other than the author.

## Example
    Author: Jane Roe <jane@example.com>
    Approved-by: Jane Roe <jane+review@example.com>

## How to fix
Somebody else reads the change and adds their own line.

## Options
[approver] rule = "human"; [severity] US502.

## Since
0.2
"""

from trailers.approval.identity import identity_of
from trailers.message.person import Person
from trailers.repository.mailmap import Mailmap
from trailers.rule import Rule
from trailers.typed import Iterable

RULE = Rule("US502", "dependent-approver", "error", "approval", __doc__)


def independent(
    approvers: Iterable[Person], makers: Iterable[Person], mailmap: Mailmap
) -> tuple[Person, ...]:
    """The approvers who did not take part in making the change."""
    made = {identity_of(person, mailmap) for person in makers}
    return tuple(person for person in approvers if identity_of(person, mailmap) not in made)
