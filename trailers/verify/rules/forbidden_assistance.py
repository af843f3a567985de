"""An AI-assisted commit where the policy takes none.

## What it checks
With `disclosure.mode = "forbid"`, no commit names a model and none shows an assistant; a `medium` marker
is a warning. What else a disclosure lacks is not told.

## Why
Some projects refuse AI contributions. They want to be told before the review, not after.

## Example
    Assisted-by: Claude-Code:claude-opus-5

## How to fix
Leave the commit out of the range: removing the trailer would only hide the help.

## Options
[disclosure] mode = "forbid"; [severity] US108.

## Since
0.2
"""

from trailers.finding import Finding
from trailers.rule import Rule
from trailers.typed import Iterator
from trailers.verify.rules.undisclosed import one_of_each, shown
from trailers.verify.setting import Setting
from trailers.verify.subject import Subject

RULE = Rule("US108", "assistance-forbidden", "error", "verify", __doc__)

_REFUSED = "and this project takes no AI-assisted commits"


def check(subject: Subject, setting: Setting) -> Iterator[Finding]:
    if setting.policy.disclosure.mode != "forbid":
        return
    if subject.assisted:
        yield RULE.finding(f"{_evidence(subject)}, {_REFUSED}", _remedy(subject))
    elif not subject.disclosure.denials:
        for marker in one_of_each(subject.markers):
            message = f"{shown(marker)} suggests {marker.assistant}, {_REFUSED}"
            yield RULE.finding(message, _remedy(subject), line=marker.line, severity="warning")


def _evidence(subject: Subject) -> str:
    if subject.disclosure.models:
        model = subject.disclosure.models[0]
        return f'line {model.line} says "{model.key}: {model.value}"'
    if subject.proof:
        return f"{shown(subject.proof[0])} shows {subject.proof[0].assistant}"
    if subject.assistant:
        return f"{subject.assistant.name} commits here ({subject.assistant.source})"
    return "its trailers speak of a model"


def _remedy(subject: Subject) -> str:
    if subject.commit is None:
        return "make the change without AI help, or ask the project"
    return f"git rebase --onto {subject.commit[:12]}^ {subject.commit[:12]}   # leaves the commit out"
