"""A commit whose AI help was disclosed by a later one.

## What it checks
A commit that says `Discloses: <full commit id>` speaks for that commit, if it comes after it in the same
history: its model, its context and its approver count where the earlier commit gives none. It is told that
this was late. The later commit is judged as any other.

## Why
A history that others have built on cannot be rewritten, and a disclosure that comes late is better than none.
Whoever reads the record must be able to see that it was not there at the time.

## Example
    Disclose AI help in an earlier commit

    Discloses: 0123456789abcdef0123456789abcdef01234567
    Assisted-by: Claude-Code:claude-opus-5
    AI-Context: issue:42
    Approved-by: Jane Roe <jane@example.com>

## How to fix
Nothing has to be done. Such a commit is made by
`undersign disclose COMMIT --model Claude-Code:claude-opus-5 --context issue:42`.

## Options
[severity] US117.

## Since
0.4
"""

from trailers.finding import Finding
from trailers.rule import Rule

RULE = Rule("US117", "late-disclosure", "note", "verify", __doc__)


def judge(commit: str, by: str) -> Finding:
    """The note that a commit was disclosed late, and by which."""
    message = f"its AI help was disclosed late, by commit {by[:12]}"
    return RULE.finding(message, f"git show {by[:12]}")._replace(commit=commit)
