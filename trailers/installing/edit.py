"""Edits of a settings file's text: everything that they do not name stays byte for byte."""

from trailers.typed import Iterable, Iterator, NamedTuple


class Edit(NamedTuple):
    """Replace `text[start:end]`; an insertion where both are the same."""

    start: int
    end: int
    text: str


def apply(text: str, edits: Iterable[Edit]) -> str:
    """The text with all edits made; they do not overlap."""
    parts = []
    done = 0
    for edit in sorted(edits):
        parts += [text[done : edit.start], edit.text]
        done = edit.end
    return "".join([*parts, text[done:]])


def shown(before: str, edits: Iterable[Edit]) -> Iterator[str]:
    """The lines of a diff that has nothing but what the edits take out and put in.

    What else stands in those lines is nobody's to print: settings hold tokens.
    """
    for edit in sorted(edits):
        yield f"@@ line {before.count(chr(10), 0, edit.start) + 1} @@"
        yield from (f"-{line}" for line in _lines(before[edit.start : edit.end]))
        yield from (f"+{line}" for line in _lines(edit.text))


def _lines(text: str) -> list[str]:
    lines = text.replace("\r\n", "\n").split("\n")
    return [line for line in lines if line.strip()]
