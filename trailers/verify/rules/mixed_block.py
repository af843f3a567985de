"""Trailers that git reads only because enough of their block looks like trailers.

## What it checks
The last paragraph of a message with disclosure trailers holds trailers only. git also takes a block
of which at least a quarter are trailers, if one is a `Signed-off-by`.

## Why
One more line of prose, and git reads none of them.

## Example
    Assisted-by: Claude-Code:claude-opus-5
    Closes #12
    Signed-off-by: Jane Roe <jane@example.com>

## How to fix
Put the other lines in a paragraph of their own, above.

## Options
[severity] US113.

## Since
0.2
"""

from trailers.finding import Finding
from trailers.rule import Rule
from trailers.typed import Iterator
from trailers.verify.setting import Setting
from trailers.verify.subject import Subject

RULE = Rule("US113", "mixed-block", "warning", "verify", __doc__)

_PICKED = "(cherry picked from commit "


def check(subject: Subject, setting: Setting) -> Iterator[Finding]:
    del setting
    if not (subject.names_assistance and subject.block.strangers):
        return
    lines = subject.text.split("\n")
    for number in subject.block.strangers:
        line = lines[number - 1]
        # git itself writes this line among the trailers.
        if not line.startswith(_PICKED):
            message = f'line {number} ("{line.strip()[:60]}") is no trailer and stands among them'
            yield RULE.finding(
                message,
                f"{subject.reword()}   # move line {number} above, with a blank line after it",
                line=number,
            )
            return
