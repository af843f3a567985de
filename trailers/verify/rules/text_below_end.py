"""Text that git does not count as part of the message, or that mail will drop.

## What it checks
In a commit with disclosure trailers: a scissors line in the stored message, below which git sees
nothing, and a `---` line, below which `git am` and `git interpret-trailers` see nothing.

## Why
The trailers are there for one reader and not for the next.

## Example
    ---
    Assisted-by: Claude-Code:claude-opus-5

## How to fix
Remove the line and what should not be in the message.

## Options
[severity] US112.

## Since
0.2
"""

from trailers.finding import Finding
from trailers.message.divider import divider_line
from trailers.message.log_end import scissors_at
from trailers.rule import Rule
from trailers.typed import Iterator
from trailers.verify.setting import Setting
from trailers.verify.subject import Subject

RULE = Rule("US112", "text-below-end", "warning", "verify", __doc__)


def check(subject: Subject, setting: Setting) -> Iterator[Finding]:
    del setting
    if not subject.names_assistance:
        return
    cut = scissors_at(subject.text)
    if cut >= 0:
        line = subject.text.count("\n", 0, cut) + 1
        message = f"line {line} is a scissors line: git takes nothing below it for the message"
        yield RULE.finding(message, f"{subject.reword()}   # remove line {line}", line=line)
    divider = divider_line(subject.text)
    if 0 < divider <= subject.text.count("\n", 0, subject.block.start):
        message = f"line {divider} is a divider: git am drops the trailers below it"
        yield RULE.finding(message, f"{subject.reword()}   # remove line {divider}", line=divider)
