"""The commit says that there was no AI help, and shows or says the opposite.

## What it checks
`AI-Assistance: none` excludes the trailers that name a model or a prompt context, and it excludes
certain and strong markers of an assistant.

## Why
One of the two is wrong, and a reader cannot know which.

## Example
    AI-Assistance: none
    Assisted-by: Claude-Code:claude-opus-5

## How to fix
Remove the line that is not true: undersign trailers remove FILE AI-Assistance

## Options
[severity] US105.

## Since
0.2
"""

from trailers.finding import Finding
from trailers.rule import Rule
from trailers.typed import Iterator
from trailers.verify.rules.undisclosed import shown
from trailers.verify.setting import Setting
from trailers.verify.subject import Subject

RULE = Rule("US105", "contradiction", "error", "verify", __doc__)


def check(subject: Subject, setting: Setting) -> Iterator[Finding]:
    if not subject.disclosure.denials:
        return
    denial = subject.disclosure.denials[0]
    key = setting.keys.none
    remedy = f"{subject.reword()}   # remove the line that is not true"
    other = _opposite(subject)
    if other:
        message = f"line {denial.line} says {key}: none, {other}"
        yield RULE.finding(message, remedy, line=denial.line)
    elif subject.assistant:
        message = f"line {denial.line} says {key}: none while {subject.assistant.name} commits"
        yield RULE.finding(message, remedy, line=denial.line, severity="warning")


def _opposite(subject: Subject) -> str:
    if subject.disclosure.models:
        return f"line {subject.disclosure.models[0].line} names a model"
    if subject.names_assistance and subject.disclosure.contexts:
        return f"line {subject.disclosure.contexts[0].line} refers to a prompt context"
    if subject.proof:
        return f"{shown(subject.proof[0])} shows {subject.proof[0].assistant}"
    return ""
