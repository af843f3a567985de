"""What `undersign doctor` tells: by topic for people, and as JSON, `undersign-doctor/1`."""

import json

from trailers.adoption.diagnosis.diagnosis import Diagnosis, State
from trailers.output.percent import counted
from trailers.output.printable import printable
from trailers.output.style import Colour, Style
from trailers.typed import Iterator, Sequence
from trailers.version import VERSION

SCHEMA = "undersign-doctor/1"
_COLOURS: dict[State, Colour] = {"ok": "green", "warning": "yellow", "problem": "red", "unknown": "blue"}
_TOPIC, _STATE = 13, 9  # columns
_STATES: tuple[State, ...] = ("problem", "warning", "unknown", "ok")


def render_text(diagnoses: Sequence[Diagnosis], style: Style) -> str:
    """A line for each, with why and the remedy below those that are not well; last what is to mend."""
    lines: list[str] = []
    topics = dict.fromkeys(diagnosis.topic for diagnosis in diagnoses)
    for topic in topics:
        name: str = topic
        for diagnosis in diagnoses:
            if diagnosis.topic == topic:
                lines += _told(diagnosis, name, style)
                name = ""
    return "\n".join([*lines, style.paint(_summary(diagnoses), "bold")]) + "\n"


def render_json(diagnoses: Sequence[Diagnosis], style: Style) -> str:
    """One JSON document. What does not apply is null."""
    del style
    document = {
        "schema": SCHEMA,
        "undersign": VERSION,
        "counts": {state: _count(diagnoses, state) for state in _STATES},
        "diagnoses": [_row(diagnosis) for diagnosis in diagnoses],
        "verdict": "problems" if _count(diagnoses, "problem") else "clean",
    }
    return json.dumps(document, indent=2, ensure_ascii=True) + "\n"


def doctor_schema() -> str:
    """The JSON Schema of the document, as JSON text."""
    from importlib.resources import files

    return files("trailers.output").joinpath("doctor_v1.schema.json").read_text(encoding="utf-8")


def _told(diagnosis: Diagnosis, topic: str, style: Style) -> Iterator[str]:
    state = style.paint(f"{diagnosis.state:{_STATE}}", _COLOURS[diagnosis.state])
    first, *more = diagnosis.what.split("\n")
    yield f"{style.paint(f'{topic:{_TOPIC}}', 'bold')}{state}{_place(diagnosis)}{printable(first)}"
    below = " " * (_TOPIC + _STATE)
    yield from (f"{below}{printable(line)}" for line in more)
    if diagnosis.why:
        yield f"{below}{style.paint(printable(diagnosis.why), 'dim')}"
    # What cannot be seen from here is not mended, but looked at.
    label = "look:" if diagnosis.state == "unknown" else "fix:"
    for number, line in enumerate(diagnosis.remedy.split("\n") if diagnosis.remedy else ()):
        yield f"{below}{' ' * len(label) if number else style.paint(label, 'green')} {printable(line)}"


def _place(diagnosis: Diagnosis) -> str:
    """As compilers write it; a path that is told already is not told twice."""
    path, line = diagnosis.path, diagnosis.line
    if path is None or (path in diagnosis.what and line is None):
        return ""
    return f"{printable(path)}{'' if line is None else f':{line}'}: "


def _summary(diagnoses: Sequence[Diagnosis]) -> str:
    words = [
        counted(number, name)
        for state, name in (("problem", "problem"), ("warning", "warning"))
        if (number := sum(diagnosis.state == state for diagnosis in diagnoses))
    ]
    unknown = _count(diagnoses, "unknown")
    words = words or ["nothing to mend"]
    if unknown:
        words.append(f"{unknown} not to be seen from here")
    return ", ".join(words)


def _count(diagnoses: Sequence[Diagnosis], state: State) -> int:
    return sum(diagnosis.state == state for diagnosis in diagnoses)


def _row(diagnosis: Diagnosis) -> dict[str, object]:
    row = diagnosis._asdict()
    return {**row, "why": diagnosis.why or None, "remedy": diagnosis.remedy or None}
