"""A merge commit that holds more than the merge.

## What it checks
git merges the parents again (`git log --remerge-diff`) and compares. A file that had no conflict and
differs all the same was put into the merge by hand: that is a warning. A conflict that was resolved
is a note. A merge that carries its own approval is left alone. `--all` does not look.

## Why
Reviews show the branches, not the merge: what is only in the merge was seen by nobody.

## Example
    A merge commit that adds a file that neither parent has.

## How to fix
Put the change into a commit of its own, or approve the merge: Approved-by: Jane Roe <jane@example.com>

## Options
[severity] US115; the command's --no-remerge-diff.

## Since
0.2
"""

from trailers.finding import Finding
from trailers.repository.merges import MergeContent
from trailers.rule import Rule

RULE = Rule("US115", "merge-content", "warning", "verify", __doc__)

SHOWN = 5


def judge(commit: str, content: MergeContent) -> Finding:
    """The finding for a merge that has content of its own."""
    remedy = f"git show --remerge-diff {commit[:12]}"
    if content.added and content.compared:
        message = f"the merge changes what neither side changed: {_listed(content.added)}"
        return RULE.finding(message, remedy)._replace(commit=commit)
    if content.added:
        paths = _listed(content.added)
        message = f"the merge could not be made again to compare; it differs from each parent in {paths}"
        return RULE.finding(message, f"git show {commit[:12]}")._replace(commit=commit)
    message = f"the merge resolves conflicts by hand: {_listed(content.resolved)}"
    return RULE.finding(message, remedy)._replace(commit=commit, severity="note")


def _listed(paths: tuple[str, ...]) -> str:
    more = len(paths) - SHOWN
    return ", ".join(paths[:SHOWN]) + (f" and {more} more" if more > 0 else "")
