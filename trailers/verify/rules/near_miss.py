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

from trailers.disclosure.vocabulary import ALIASES, Field, meanings, written_keys
from trailers.finding import Finding, Severity
from trailers.rule import Rule
from trailers.verify.setting import Setting
from trailers.verify.subject import Subject

RULE = Rule("US106", "near-miss", "error", "verify", __doc__)

if TYPE_CHECKING:
    from trailers.message.near_miss import NearMiss

# A line that is quoted is most likely about trailers and not meant as one; US112 tells of dividers.
_QUOTED = ("fenced", "quoted", "divider")


def stray_lines(subject: Subject, setting: Setting) -> set[int]:
    """The lines that may claim to be a disclosure trailer, without those that git reads as trailers."""
    from trailers.message.claim import claimants, spellings

    lines = claimants(subject.text, spellings(_keys(subject, setting)))
    return set(lines).difference(trailer.line for trailer in subject.block.trailers)


def check(subject: Subject, setting: Setting) -> Iterator[Finding]:
    from trailers.message.near_miss import find_near_misses

    known = meanings(setting.keys)
    by_field: dict[Field, list[NearMiss]] = {}
    for miss in find_near_misses(subject.text, _keys(subject, setting)):
        if miss.kind not in _QUOTED:
            by_field.setdefault(known[miss.key.lower()].field, []).append(miss)
    for field, (first, *others) in by_field.items():
        # A squashed message can say the same of each commit that went into it.
        more = f" (and so would line {', '.join(str(miss.line) for miss in others[:9])})"
        message = f"{first.key}: {first.why}{more if others else ''}"
        severity: Severity = "note" if _given(field, subject) else "error"
        remedy = f"{subject.reword()}   # {first.remedy}"
        yield RULE.finding(message, remedy, line=first.line, severity=severity)


def _keys(subject: Subject, setting: Setting) -> tuple[str, ...]:
    """The keys that matter; `Reviewed-by` and other aliases only where the commit counts as AI-assisted."""
    keys = [key for _, key in written_keys(setting.keys)]
    if subject.assisted:
        keys += [alias for aliases in ALIASES.values() for alias in aliases]
    return tuple({key.lower(): key for key in reversed(keys)}.values())


def _given(field: Field, subject: Subject) -> bool:
    """Whether trailers that git reads say what the near miss would have said."""
    disclosure = subject.disclosure
    entries = {
        "model": disclosure.models,
        "context": disclosure.contexts,
        "approver": disclosure.approvers,
        "none": disclosure.denials,
    }
    return bool(entries[field])
