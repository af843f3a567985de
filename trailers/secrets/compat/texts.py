"""A file's text as detect-secrets reads it, and the lines of it that are judged."""

from io import StringIO

from trailers.secrets.compat.spans import ItemSpans, Line
from trailers.typed import Iterator, Mapping, Sequence

_AROUND = 5  # lines


def decoded(data: bytes, encoding: str) -> str | None:
    """The text with line feeds for all line ends; `None` where it cannot be decoded."""
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return None
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text


def lines_of(text: str, marks: Mapping[int, int]) -> Iterator[Line]:
    """Give the marked lines of the text, in order; `marks` are the bits of plugins by a line's begin."""
    number, counted = 1, 0
    for start in sorted(marks):
        number += text.count("\n", counted, start)
        counted = start
        end = text.find("\n", start)
        line = text[start : end if end >= 0 else len(text)]
        above = text.rfind("\n", 0, start - 1) + 1 if start else 0
        yield Line(number, line.rstrip(), text[above:start], marks[start])


def items_of(items: Sequence[str], spans: ItemSpans, marks: Mapping[int, int]) -> Iterator[Line]:
    """Give the marked items, in order."""
    for index, start in enumerate(spans.starts):
        if start in marks:
            before = items[index - 1] if index else ""
            yield Line(index + 1, items[index].rstrip(), before, marks[start])


class Place:
    """What is scanned: the file's path and its lines, which only plugins that look around ask for."""

    def __init__(self, path: str, text: str, items: Sequence[str] | None) -> None:
        self.path = path
        self._text = text
        self._lines = items

    def around(self, number: int) -> tuple[list[str], int]:
        """The line with those around it, and the number that it has among them."""
        if self._lines is None:
            self._lines = StringIO(self._text).readlines()
        first = max(0, number - 1 - _AROUND)
        return list(self._lines[first : number + _AROUND]), number - first
