"""A `fixup!`, `squash!` or `amend!` commit that was left behind.

## What it checks
No commit of the range is one that `git rebase --autosquash` was meant to fold into another. It is a
note before the merge and an error at it; the message hook lets it pass.

## Why
Folding drops a fixup's message with its trailers. What is left behind was never folded.

## Example
    fixup! Add the retry budget

## How to fix
git rebase -i --autosquash

## Options
[severity] US114.

## Since
0.2
"""

from trailers.finding import Finding
from trailers.message.lines import skip_blank_lines
from trailers.rule import Rule
from trailers.typed import Iterator
from trailers.verify.setting import Setting
from trailers.verify.subject import Subject

RULE = Rule("US114", "unfinished-commit", "error", "verify", __doc__)

PREFIXES = ("fixup! ", "squash! ", "amend! ")


def check(subject: Subject, setting: Setting) -> Iterator[Finding]:
    # git looks for the prefix behind blank lines too (`skip_blank_lines`, sequencer.c).
    title = subject.text[skip_blank_lines(subject.text) :].partition("\n")[0]
    if subject.commit is None or not title.startswith(PREFIXES):
        return
    message = f'"{title[:60]}" was not folded into its commit'
    finding = RULE.finding(message, "git rebase -i --autosquash")
    yield finding if setting.stage == "merge" else finding._replace(severity="note")
