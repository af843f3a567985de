"""An assistant left its mark, and no trailer names a model.

## What it checks
The commit shows an assistant: as author, committer or co-author, in a trailer, a line or a URL of
its message, or in the environment in which it is made; or it refers to a prompt context. None of its
trailers names the model.
A `certain` or `strong` marker is an error, a `medium` one a warning, a `weak` one never counts alone.
A bare name is no marker: Claude and Devin are also people.

## Why
Whoever reads the history later must be able to tell which model wrote what. A vendor's co-author
line often says only that some assistant was there.

## Example
    Co-Authored-By: Claude <noreply@anthropic.com>

## How to fix
Name the agent and its model: Assisted-by: Claude-Code:claude-opus-5

## Options
[disclosure] required, without "model"; [severity] US101 = "warning".

## Since
0.2
"""

from trailers.assistants.marker import Marker
from trailers.assistants.names import name_of
from trailers.disclosure.dialect import Said
from trailers.disclosure.words import agent_word
from trailers.finding import Finding
from trailers.rule import Rule
from trailers.typed import Iterable, Iterator
from trailers.verify.due import is_due
from trailers.verify.setting import Setting
from trailers.verify.subject import Subject

RULE = Rule("US101", "undisclosed-assistance", "error", "verify", __doc__)

_ANY_MODEL = "some-model"  # a name that a dialect writes as it is


def check(subject: Subject, setting: Setting) -> Iterator[Finding]:
    if subject.names_model or not is_due("model", setting):
        return
    denied = bool(subject.disclosure.denials)
    if subject.proof or (subject.assisted and not denied):
        yield RULE.finding(*_told(subject, setting))
    elif not denied:
        for marker in one_of_each(subject.markers):
            message = f"{shown(marker)} suggests {marker.assistant}, and no trailer names a model"
            yield RULE.finding(message, _remedy(subject, setting), line=marker.line, severity="warning")


def _told(subject: Subject, setting: Setting) -> tuple[str, str]:
    if subject.proof:
        marker = subject.proof[0]
        shows = f"{shown(marker)} shows {marker.assistant}"
    elif subject.assistant is not None:
        shows = f"{subject.assistant.name} commits here ({subject.assistant.source})"
    else:
        shows = "its trailers refer to a prompt context"
    return f"{shows}, and no trailer names the model", _remedy(subject, setting)


def _remedy(subject: Subject, setting: Setting) -> str:
    """The line to add, in the profile's form; the user puts the model's name in place of `<model>`."""
    if subject.markers:
        assistant = name_of(subject.markers[0].assistant)
    else:
        assistant = subject.assistant.name if subject.assistant else ""
    dialect = setting.profile.dialect
    value = dialect.write(Said(agent_word(assistant), _ANY_MODEL)) or dialect.example
    value = value.replace(_ANY_MODEL, "<model>")
    return subject.mend(f"{setting.keys.model[0]}: {value}")


def one_of_each(markers: Iterable[Marker]) -> Iterable[Marker]:
    """The first marker of each assistant: author and committer are often the same."""
    first = {marker.assistant: marker for marker in reversed(tuple(markers))}
    return reversed(first.values())


def shown(marker: Marker) -> str:
    """Where a marker stands, in words."""
    return (
        f"the {marker.where} ({marker.text})"
        if marker.line is None
        else f'line {marker.line} ("{marker.text}")'
    )
