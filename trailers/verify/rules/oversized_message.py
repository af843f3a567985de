"""A message that is longer than anybody reads.

## What it checks
The message is not longer than `limits.message_bytes` (1 MiB by default).

## Why
A trailer below a megabyte of text is not disclosed to a person, and tools cut long messages.

## Example
    A commit whose message holds a whole log file.

## How to fix
Shorten the message.

## Options
[limits] message_bytes; [severity] US111.

## Since
0.2
"""

from trailers.finding import Finding
from trailers.rule import Rule
from trailers.typed import Iterator
from trailers.verify.setting import Setting
from trailers.verify.subject import Subject

RULE = Rule("US111", "oversized-message", "error", "verify", __doc__)


def check(subject: Subject, setting: Setting) -> Iterator[Finding]:
    limit = setting.policy.limits.message_bytes
    if subject.size > limit:
        message = f"the message has {subject.size:,} bytes; the policy takes {limit:,}"
        yield RULE.finding(message, f"{subject.reword()}   # shorten it")
