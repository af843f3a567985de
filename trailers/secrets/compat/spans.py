"""Where the lines of a text begin and end, asked in order of offset."""

from trailers.typed import NamedTuple, Protocol, Sequence


class Spans(Protocol):
    """The lines that a file is scanned in."""

    def start_of(self, offset: int) -> int:
        """Where the line begins that the offset stands in. Offsets come in rising order; 0 begins again."""
        ...


class LineSpans:
    """Lines that end at a line feed."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._start = 0
        self._end = -1

    def start_of(self, offset: int) -> int:
        """Where the line begins: only what no earlier call has gone through is searched."""
        if offset < self._start:
            self._start, self._end = 0, -1
        if offset > self._end:
            self._start = self._text.rfind("\n", max(self._end, 0), offset) + 1
            end = self._text.find("\n", offset)
            self._end = end if end >= 0 else len(self._text)
        return self._start


class ItemSpans:
    """Items joined with line feeds, which may have line feeds of their own: what YAML gives."""

    def __init__(self, items: Sequence[str]) -> None:
        self.starts: list[int] = []
        position = 0
        for item in items:
            self.starts.append(position)
            position += len(item) + 1

    def start_of(self, offset: int) -> int:
        """Where the item begins."""
        from bisect import bisect_right

        return self.starts[bisect_right(self.starts, offset) - 1]


class Line(NamedTuple):
    """A line to judge.

    `number` counts from 1; `before` is the line above it, with its line feed where it has one.
    """

    number: int
    text: str
    before: str
    plugins: int

    def __repr__(self) -> str:
        return f"Line({self.number}, {len(self.text)} characters)"
