"""An approval in the name of an assistant or a bot, or one that an assistant adds.

## What it checks
`Approved-by` names a person: never an assistant's or a bot's address. Where an assistant makes the
commit, an approval that the commits it comes from did not have is refused.

## Why
An approval is an act of a person. An agent that approves its own work approves nothing.

## Example
    Approved-by: Claude <noreply@anthropic.com>

## How to fix
Remove the line; the person who answers for the change adds their own.

## Options
[severity] US501.

## Since
0.2
"""

from trailers.assistants.identity import assistant_of, is_bot
from trailers.message.person import Person
from trailers.rule import Rule

RULE = Rule("US501", "assistant-approves", "error", "approval", __doc__)


def is_no_person(person: Person) -> bool:
    """Whether the identity is an assistant's or a bot's."""
    return assistant_of(person) is not None or is_bot(person)
