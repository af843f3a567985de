"""An audit: a person says of each entry whether it is a secret. The terminal's part is in trailers/cli."""

from trailers.secrets.baseline.entry import Entry, Label
from trailers.secrets.fingerprint import fingerprint
from trailers.secrets.found import Found
from trailers.secrets.redaction import redacted
from trailers.typed import Iterable, NamedTuple, Sequence

_AROUND = 2  # lines of context on each side
_LONGEST = 160  # characters of a line that are shown
_TOO_SHORT = 3  # characters of a value that stands in other words too
_BEFORE = 60  # of them before the secret, where the line is longer


class Shown(NamedTuple):
    """A line with its number, from 1, as it may be shown; `here`: the secret begins in it."""

    number: int
    text: str
    here: bool


def unlabelled(entries: Sequence[Entry]) -> list[int]:
    """Which entries nobody has judged yet."""
    return [number for number, entry in enumerate(entries) if not entry.label]


def labelled(entries: Sequence[Entry], number: int, label: Label) -> tuple[Entry, ...]:
    """The entries, where this one has that label."""
    return tuple(one._replace(label=label) if at == number else one for at, one in enumerate(entries))


def located(entry: Entry, founds: Iterable[Found]) -> Found | None:
    """The first of a file's secrets that the entry is about."""
    return next((found for found in founds if fingerprint(found) == entry.fingerprint), None)


def context(data: bytes, found: Found, founds: Iterable[Found]) -> list[Shown]:
    """The secret's line and some around it, every secret of the file redacted. Time grows with the file."""
    lines = data.decode("utf-8", "surrogateescape").split("\n")
    shown = []
    founds = (*founds, found)
    hidden = _hidden(lines, founds)
    # A scan may name a value once that stands there twice.
    values = sorted({one.secret for one in founds if len(one.secret) > _TOO_SHORT}, key=len, reverse=True)
    last = min(len(lines), found.line + _AROUND)
    for number in range(max(1, found.line - _AROUND), last + 1):
        text = _with_hidden(lines[number - 1], hidden.get(number, []))
        for value in values:
            text = text.replace(value, redacted(value))
        shown.append(Shown(number, _cut(text, found) if number == found.line else text[:_LONGEST], False))
    return [one._replace(here=one.number == found.line) for one in shown]


class _Hidden(NamedTuple):
    """A part of a line, from one column to before another, counted from 0, and what is shown for it."""

    start: int
    end: int
    shown: str


def _hidden(lines: Sequence[str], founds: Iterable[Found]) -> dict[int, list[_Hidden]]:
    """What must not be shown, by line."""
    hidden: dict[int, list[_Hidden]] = {}
    for found in dict.fromkeys(founds):
        if not 0 < found.line <= len(lines):
            continue
        start = found.column - 1
        pieces = found.secret.split("\n")
        if not lines[found.line - 1].startswith(pieces[0], start):
            # Written otherwise than it reads: encoded, or escaped. Nothing behind it is shown.
            pieces = [lines[found.line - 1][start:]]
        for number, piece in enumerate(pieces, found.line):
            text = redacted(found.secret) if number == found.line else "…"
            hidden.setdefault(number, []).append(_Hidden(start, start + len(piece), text))
            start = 0
    return hidden


def _with_hidden(line: str, hidden: Iterable[_Hidden]) -> str:
    parts = []
    at = 0
    for start, end, text in sorted(hidden):
        if start >= at:
            parts += [line[at:start], text]
        at = max(at, end)
    return "".join((*parts, line[at:]))


def _cut(text: str, found: Found) -> str:
    """The part of a long line where the secret is."""
    start = max(0, min(found.column - 1 - _BEFORE, len(text) - _LONGEST))
    return text[start : start + _LONGEST]
