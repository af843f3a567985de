"""A line that is meant as a disclosure trailer, and that git does not read as one.

## What it checks
A disclosure line in the body, in a paragraph that is not the last, below the scissors, spoilt by
another line of its block (`Closes #12`), indented, or with a key that only looks right (a Cyrillic
letter, a zero-width character, a full-width colon), and the trailers that `git merge --squash` has
indented. It is an error where the trailer is missing because of it, and a note where the same is said in
a trailer as well; lines that are quoted, fenced or commented out are only mentioned. A spoilt context or
approver matters only where there is AI help, a spoilt `AI-Assistance: none` there and in explicit mode.

## Why
Who wrote the line believes that the commit is disclosed; git, and every tool that asks git, does not.

## Example
    Assisted-by: Claude-Code:claude-opus-5
    Closes #12

## How to fix
Keep the last paragraph for trailers alone; the hook's --fix does it, and: undersign trailers fix FILE

## Options
[severity] US106.

## Since
0.2
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from trailers.disclosure.vocabulary import ALIASES, Field, Keys, meanings, written_keys
from trailers.finding import Finding, Severity
from trailers.message.lines import BLANK
from trailers.rule import Rule
from trailers.verify.setting import Setting
from trailers.verify.subject import Subject

RULE = Rule("US106", "near-miss", "error", "verify", __doc__)

if TYPE_CHECKING:
    from trailers.message.near_miss import NearMiss

# A line that is quoted is most likely about trailers and not meant as one.
_MENTIONED = ("fenced", "quoted", "comment")

# What `git merge --squash` writes above the commits that it takes together, each indented by four blanks.
_SQUASHED = "Squashed commit of the following:"


def stray_lines(subject: Subject, setting: Setting) -> set[int]:
    """The lines that may claim to be a disclosure trailer, without those that git reads as trailers."""
    from trailers.message.claim import claimants, spellings

    lines = claimants(subject.text, spellings(_keys(subject, setting)))
    return set(lines).difference(trailer.line for trailer in subject.block.trailers)


def check(subject: Subject, setting: Setting) -> Iterator[Finding]:
    for field, misses in _by_field(subject, setting).items():
        meant = [miss for miss in misses if miss.kind not in _MENTIONED]
        given = _given(field, subject)
        if meant or not given:
            first, *others = meant or misses
            # A squashed message can say the same of each commit that went into it.
            more = f" (and so would line {', '.join(str(miss.line) for miss in others[:9])})"
            message = f"{first.key}: {first.why}{more if others else ''}"
            severity: Severity = "error" if meant and not given else "note"
            yield RULE.finding(
                message, f"{subject.reword()}   # {first.remedy}", line=first.line, severity=severity
            )


def _by_field(subject: Subject, setting: Setting) -> "dict[Field, list[NearMiss]]":
    """The near misses that matter, by what they would say."""
    from trailers.message.near_miss import find_near_misses

    known = meanings(setting.keys)
    found: dict[Field, list[NearMiss]] = {}
    for miss in _unquoted(find_near_misses(subject.text, _keys(subject, setting)), subject):
        if miss.kind != "divider":  # US112's
            found.setdefault(known[miss.key.lower()].field, []).append(miss)
    if subject.assisted or "model" in found:
        return found
    asked = ("none",) if setting.policy.disclosure.mode == "explicit" else ()
    return {field: misses for field, misses in found.items() if field in asked}


def _unquoted(misses: "Iterable[NearMiss]", subject: Subject) -> "Iterator[NearMiss]":
    """The near misses; an indented line that quotes nothing is told as what it is.

    It continues a trailer, or `git merge --squash` has made it of one.
    """
    lines = subject.text.split("\n")
    block = subject.text.count("\n", 0, subject.block.start) + 1
    squashed = lines.index(_SQUASHED) + 1 if _SQUASHED in lines else len(lines)
    for miss in misses:
        line = lines[miss.line - 1]
        if miss.kind == "quoted" and line[0] in BLANK and block < miss.line:
            why = f"line {miss.line} continues the trailer above it, for it begins with a blank"
            remedy = f"take away the blanks before `{miss.key}`"
            yield miss._replace(kind="indented", why=why, remedy=remedy)
        elif miss.kind == "quoted" and line.startswith("    ") and squashed < miss.line:
            why = f"line {miss.line} was a trailer of a squashed commit; git merge --squash has indented it"
            yield miss._replace(
                kind="indented", why=why, remedy="write it in the last paragraph, not indented"
            )
        else:
            yield miss


def _keys(subject: Subject, setting: Setting) -> tuple[str, ...]:
    """The keys that matter; `Reviewed-by` and other aliases only where the commit counts as AI-assisted."""
    return _all_keys(setting.keys) if subject.assisted else _own_keys(setting.keys)


@lru_cache(maxsize=4)
def _own_keys(keys: Keys) -> tuple[str, ...]:
    return tuple(key for _, key in written_keys(keys))


@lru_cache(maxsize=4)
def _all_keys(keys: Keys) -> tuple[str, ...]:
    every = [*_own_keys(keys), *(alias for aliases in ALIASES.values() for alias in aliases)]
    return tuple({key.lower(): key for key in reversed(every)}.values())


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
