"""A message that cannot be read whole.

## What it checks
Every byte of the message is text in the encoding that the commit names (UTF-8 where it names none),
and there is no NUL byte, at which git stops reading.

## Why
What cannot be read cannot be judged: an assistant's mark or a missing trailer could hide there.
The rest of the range is judged all the same.

## Example
    A Latin-1 message without an `encoding` header.

## How to fix
Write the message anew in UTF-8, without a NUL byte, or put the commit behind `history.grandfather`.

## Options
[history] grandfather; [severity] US110.

## Since
0.2
"""

from trailers.finding import Finding
from trailers.rule import Rule
from trailers.typed import Iterator
from trailers.verify.setting import Setting
from trailers.verify.subject import Subject

RULE = Rule("US110", "unreadable-message", "error", "verify", __doc__)


def check(subject: Subject, setting: Setting) -> Iterator[Finding]:
    del setting
    if subject.problem is not None:
        remedy = f"{subject.reword()}   # write the message in UTF-8, without a NUL byte"
        yield RULE.finding(f"the message cannot be read whole: {subject.problem}", remedy)
