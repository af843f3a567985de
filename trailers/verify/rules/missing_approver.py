"""An AI-assisted commit that no person answers for.

## What it checks
A commit that counts as AI-assisted names a person who approved it. When that is due depends on the
stage and on `approver.due`:

- in the message hook, an assistant is only told how a person gives the approval, for it cannot give
  one itself; a person who commits with AI help gives it at once;
- with `approver.due = "merge"` it is a note until the merge;
- an approval in a merge commit covers the commits that it alone brings in.

## Why
Agents propose, humans undersign: somebody has to answer for the change.

## Example
    Assisted-by: Claude-Code:claude-opus-5
    (and no Approved-by)

## How to fix
`undersign approve` asks a person at the terminal, and adds: Approved-by: Jane Roe <jane@example.com>

## Options
[approver] rule and due; [disclosure] required, without "approver"; [severity] US103.

## Since
0.2
"""

from trailers.finding import Finding
from trailers.rule import Rule
from trailers.typed import Iterator
from trailers.verify.due import approver_is_pending, is_due
from trailers.verify.setting import Setting
from trailers.verify.subject import Subject

RULE = Rule("US103", "missing-approver", "error", "verify", __doc__)


def lacks_approver(subject: Subject, setting: Setting) -> bool:
    """Whether an approval is asked for and none is given."""
    flawed = any(flaw.field == "approver" for flaw in subject.disclosure.flaws)
    return subject.assisted and is_due("approver", setting) and not (subject.disclosure.approvers or flawed)


def check(subject: Subject, setting: Setting) -> Iterator[Finding]:
    if not lacks_approver(subject, setting):
        return
    key = setting.keys.approver[0]
    remedy = subject.mend(f"{key}: <name> <<email>>")
    if subject.commit is not None:
        remedy = f"undersign approve   # or: {remedy}"
    if subject.assistant is not None and setting.stage == "commit":
        message = "no person has approved it yet; a person does so later, an assistant cannot"
        yield RULE.finding(message, remedy, severity="note")
    elif approver_is_pending(setting):
        yield RULE.finding("the approval is pending: it is due at the merge", remedy, severity="note")
    else:
        yield RULE.finding(f"no {key} names the person who answers for it", remedy)
