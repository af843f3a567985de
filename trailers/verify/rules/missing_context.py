"""An AI-assisted commit that refers to no prompt context.

## What it checks
A commit that counts as AI-assisted has a trailer that leads back to the conversation: the session,
a digest of the transcript, an issue, a URL or a note.

## Why
Without it, nobody can find out later what was asked of the model. The text of the prompt itself
does not belong in a commit.

## Example
    Assisted-by: Claude-Code:claude-opus-5
    (and no AI-Context)

## How to fix
AI-Context: session:claude-code/3f0c9a4e-5f0b-4a39-9c1f-2b8a8f6f4d11

## Options
[disclosure] required, without "context"; [disclosure.keys] context; [severity] US102.

## Since
0.2
"""

from trailers.finding import Finding
from trailers.rule import Rule
from trailers.typed import Iterator
from trailers.verify.due import is_due
from trailers.verify.setting import Setting
from trailers.verify.subject import Subject

RULE = Rule("US102", "missing-context", "error", "verify", __doc__)


def check(subject: Subject, setting: Setting) -> Iterator[Finding]:
    disclosure = subject.disclosure
    flawed = any(flaw.field == "context" for flaw in disclosure.flaws)
    if subject.assisted and is_due("context", setting) and not (disclosure.contexts or flawed):
        key = setting.keys.context[0]
        remedy = subject.mend(f"{key}: session:<agent>/<id>")
        yield RULE.finding(f"no {key} says from which conversation it comes", remedy)
