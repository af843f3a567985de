"""A commit that could not be looked at.

## What it checks
Every commit of the range is there, is whole, and has its history: the clone is not cut off inside the
range, no object is missing, none is damaged.

## Why
What could not be checked is never reported as clean. The exit code is 2; the rest is judged all the same.

## Example
    A clone of depth 1, in which the range shows one commit of three.

## How to fix
git fetch --unshallow (in GitHub Actions: fetch-depth: 0)

## Options
None: its severity cannot be lowered.

## Since
0.2
"""

from trailers.finding import Finding
from trailers.rule import Rule

RULE = Rule("US100", "unchecked-commit", "error", "verify", __doc__)

_WHOLE = "git fsck; clone without --filter"


def missing(commit: str) -> Finding:
    """The clone does not have the commit's object."""
    remedy = f"git fetch origin {commit}   # or clone without --filter"
    return RULE.finding("this clone does not have the commit's object", remedy)._replace(commit=commit)


def cut_off(commit: str) -> Finding:
    """A shallow clone ends here."""
    message = "this clone is shallow and ends here: commits below it were not seen"
    remedy = "git fetch --unshallow   # in GitHub Actions: fetch-depth: 0"
    return RULE.finding(message, remedy)._replace(commit=commit)


def unread(commit: str, words: str) -> Finding:
    """git could not tell what the commit changes."""
    message = f"what it changes could not be read: {words}"
    return RULE.finding(message, _WHOLE)._replace(commit=commit)


def merges(words: str) -> Finding:
    """git could not make the merges of the range again."""
    return RULE.finding(f"the merges could not be looked into: {words}", f"{_WHOLE}, or --no-remerge-diff")


def stopped(words: str) -> Finding:
    """git stopped before the end of the range."""
    return RULE.finding(f"the range could not be read to its end: {words}", "git fsck")
