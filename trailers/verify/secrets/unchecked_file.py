"""A file that could not be looked at for secrets.

## What it checks
Everything that was asked for could be read: every file that was named or is tracked, every blob of the index
and of the range.

## Why
What could not be checked is never reported as clean. The exit code is 2; the rest is judged all the same.

## Example
    undersign secrets config/keys.env      # which this user may not read

## How to fix
Make it readable, name what is there, or leave it out: `exclude` in the policy's table `[secrets]`.

## Options
None: its severity cannot be lowered.

## Since
0.4
"""

from trailers.finding import Finding
from trailers.rule import Rule

RULE = Rule("US200", "unchecked-file", "error", "secrets", __doc__)

_REMEDY = "make it readable, or leave it out: exclude in [secrets] of the policy"


def unread(path: str, why: str) -> Finding:
    """A file that cannot be read."""
    return RULE.finding(f"it could not be checked: {why}", _REMEDY)._replace(path=path)


def missing(path: str) -> Finding:
    """A path that is not there."""
    remedy = "name what is there; --staged, --all and --range need no names"
    return RULE.finding("there is no such file", remedy)._replace(path=path)


def stopped(what: str, why: str) -> Finding:
    """What was to be read stopped before its end."""
    return RULE.finding(f"{what} could not be read to the end: {why}", "git fsck; clone without --filter")
