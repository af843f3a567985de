"""A line that is meant as a disclosure trailer, and that git does not read as one.

## What it checks
A disclosure line in the body, in a paragraph that is not the last, below the scissors, spoilt by
another line of its block (`Closes #12`), indented, or with a key that only looks right (a Cyrillic
letter, a zero-width character, a full-width colon). It is an error where the trailer is missing
because of it; quoted and fenced lines are only mentioned.

## Why
Who wrote the line believes that the commit is disclosed; git, and every tool that asks git, does not.

## Example
    Assisted-by: Claude-Code:claude-opus-5
    Closes #12

## How to fix
Keep the last paragraph for trailers alone: undersign trailers add --fix FILE

## Options
[severity] US106.

## Since
0.2
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from trailers.disclosure.vocabulary import Field, meanings
from trailers.finding import Finding, Severity
from trailers.rule import Rule
from trailers.verify.setting import Setting
from trailers.verify.subject import Subject

RULE = Rule("US106", "near-miss", "error", "verify", __doc__)

if TYPE_CHECKING:
    from trailers.message.near_miss import NearMiss

# A line that is quoted is most likely about trailers and not meant as one.
_QUOTED = ("fenced", "quoted")


def stray_lines(subject: Subject, setting: Setting) -> set[int]:
    """The lines that may claim to be a disclosure trailer, without those that git reads as trailers."""
    from trailers.message.claim import claimants, spellings

    lines = claimants(subject.text, spellings(_keys(subject, setting)))
    return set(lines).difference(trailer.line for trailer in subject.block.trailers)


def check(subject: Subject, setting: Setting) -> Iterator[Finding]:
    from trailers.message.near_miss import find_near_misses

    known = meanings(setting.keys)
    for miss in find_near_misses(subject.text, _keys(subject, setting)):
        field = known[miss.key.lower()].field
        severity = _severity(miss, field, subject)
        if severity is not None:
            remedy = f"{subject.reword()}   # {miss.remedy}"
            yield RULE.finding(miss.why, remedy, line=miss.line, severity=severity)


def _keys(subject: Subject, setting: Setting) -> tuple[str, ...]:
    """The keys that matter; `Reviewed-by` and other aliases only where the commit counts as AI-assisted."""
    known = meanings(setting.keys)
    return tuple(key for key, meaning in known.items() if subject.assisted or not meaning.alias)


def _severity(miss: "NearMiss", field: Field, subject: Subject) -> Severity | None:
    disclosure = subject.disclosure
    given = {
        "model": disclosure.models,
        "context": disclosure.contexts,
        "approver": disclosure.approvers,
        "none": disclosure.denials,
    }[field]
    if miss.kind in _QUOTED:
        return None
    return "note" if given else "error"
