"""A disclosure trailer whose value says nothing, or not in the profile's form.

## What it checks
The value of each disclosure trailer has the form that the profile asks for; it is not empty, not a
placeholder (`TODO`, `n/a`, `<model>`), and holds no hidden character (control, bidi, zero-width).

## Why
`Assisted-by: TODO` looks like a disclosure to a person who skims, and like one to most tools.

## Example
    Assisted-by: Claude Opus

## How to fix
Assisted-by: Claude-Code:claude-opus-5

## Options
[disclosure] profile, allow_unknown_model; [severity] US104.

## Since
0.2
"""

from trailers.finding import Finding
from trailers.rule import Rule
from trailers.typed import Iterator
from trailers.verify.setting import Setting
from trailers.verify.subject import Subject

RULE = Rule("US104", "malformed-value", "error", "verify", __doc__)


def check(subject: Subject, setting: Setting) -> Iterator[Finding]:
    del setting
    for flaw in subject.disclosure.flaws:
        remedy = f"{subject.reword()}   # {flaw.remedy}"
        message = f"line {flaw.line}, {flaw.key}: {flaw.why}"
        yield RULE.finding(message, remedy, line=flaw.line, severity=flaw.level)
