"""Texts of any size in pieces that overlap, so that a secret on a border is whole in one of them."""

from trailers.typed import Callable, Iterator, NamedTuple

PIECE = 1 << 22  # bytes of a text that are scanned at once
OVERLAP = 1 << 16  # bytes that a piece has of those beside it: more than any detector looks at
_MARGIN = 1 << 20  # bytes in which a line end is looked for, to cut there

Place = tuple[int, int]  # line and column, from 1


class Piece(NamedTuple):
    """A part of a text: `data` with some of what stands before and behind.

    Its own are the places from `start` on and before `end` (None: all that follow), counted in `data`.
    `line` lines, and `column` characters of the next one, stand before it in the text.
    """

    data: bytes
    start: Place = (1, 1)
    end: Place | None = None
    line: int = 0
    column: int = 0

    def place(self, line: int, column: int) -> Place | None:
        """The place in the text of one in `data`; None where it is another piece's to tell."""
        if (line, column) < self.start or (self.end is not None and (line, column) >= self.end):
            return None
        return line + self.line, column + self.column if line == 1 else column


def pieces(data: bytes, rest: Callable[[int], bytes]) -> Iterator[Piece]:
    """The text that begins with `data`, and goes on with what `rest` gives until that is nothing."""
    line = column = start = 0
    more = b"x"
    while True:
        buffer = [data]
        size = len(data)
        while more and size < start + PIECE + OVERLAP:
            more = rest(start + PIECE + OVERLAP - size)
            buffer.append(more)
            size += len(more)
        data = b"".join(buffer)
        if not more:
            yield Piece(data, place_in(data, start), None, line, column)
            return
        end = _cut(data, start, start + PIECE)
        behind = end + OVERLAP
        yield Piece(data[:behind], place_in(data, start), place_in(data, end), line, column)
        keep = _begin(data, max(end - OVERLAP, 0), end)
        down, across = place_in(data, keep)
        line, column = line + down - 1, across - 1 + (column if down == 1 else 0)
        data, start = data[keep:], end - keep


def place_in(data: bytes, offset: int) -> Place:
    """The line and the column, in characters, of an offset."""
    begin = data.rfind(b"\n", 0, offset) + 1
    before = data[begin:offset].decode("utf-8", "surrogateescape")
    return data.count(b"\n", 0, begin) + 1, len(before) + 1


def _cut(data: bytes, start: int, end: int) -> int:
    """Where to end a piece: behind a line if one ends near, else between two characters."""
    found = data.rfind(b"\n", max(start, end - _MARGIN), end)
    return found + 1 if found >= 0 else _between(data, end)


def _begin(data: bytes, keep: int, end: int) -> int:
    """What to begin the next piece with: a line if one begins in what it shares, else a character."""
    found = data.find(b"\n", keep, end - OVERLAP // 2)
    return found + 1 if found >= 0 else _between(data, keep)


def _between(data: bytes, offset: int) -> int:
    """The offset, or one a little before it, that is not inside a character of UTF-8."""
    at = offset
    while at > offset - 3 and at > 0 and 0x80 <= data[at] < 0xC0:
        at -= 1
    return at
