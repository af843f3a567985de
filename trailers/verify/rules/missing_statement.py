"""In explicit mode, a commit that says neither yes nor no.

## What it checks
With `disclosure.mode = "explicit"`, each commit either names a model or says `AI-Assistance: none`.
A merge commit, a bot that the policy lists, and a revert that is the exact inverse of a commit, need neither.

## Why
Undisclosed AI help cannot be proved absent. Where that matters, people say it themselves.

## Example
    A commit without any disclosure trailer.

## How to fix
AI-Assistance: none

## Options
[disclosure] mode; [[bots]]; [severity] US107.

## Since
0.2
"""

from trailers.finding import Finding
from trailers.rule import Rule
from trailers.typed import Iterator
from trailers.verify.setting import Setting
from trailers.verify.subject import Subject

RULE = Rule("US107", "missing-statement", "error", "verify", __doc__)


def check(subject: Subject, setting: Setting) -> Iterator[Finding]:
    if setting.policy.disclosure.mode != "explicit" or subject.assisted or subject.disclosure.denials:
        return
    if subject.is_merge:
        return  # its own content, if it has any, is US115's
    if subject.commit is not None and setting.reverts(subject.commit, subject.text):
        return
    line = f"{setting.keys.none}: none"
    yield RULE.finding("it says neither which model helped nor that none did", subject.mend(line))
