"""The prefilter of the standard library: `find`, `translate` and `split` of bytes, and no regular expression.

Most tokens are long words, and few of a text's words are long: they are taken out first, and what can only
stand in one, or not far before one, is looked for there, in a tenth of the text or so. All else is looked for
in the whole of it. And what is looked for is looked for without the commonest letters first, in a text
without them: it is a third as long.
"""

from trailers.typed import TYPE_CHECKING, Container, Sequence

if TYPE_CHECKING:
    from typing import TypeAlias

    from trailers.secrets.prefilter.gates import GateTable, Literals, Places, Runs

    # What is left of a literal without the common letters, the literal, and what it points to.
    Sought: TypeAlias = tuple[bytes, bytes, Places]

# The same as in literals.py, which the hook does not load.
_LONG_WORD = 20
_LONGER_WORD = 24
_NEAR = 256
_WORD = b"-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz"
_IN_WORD = bytes(byte in _WORD for byte in range(256))
# What is left out at first: what is in a text is also in it when both are without these.
_COMMON = b" \t\r\n()\"',.=aeilnorst"
# The letters beyond ASCII whose other case is an ASCII letter, in UTF-8.
_BEYOND = (b"\xc4\xb0", b"\xc4\xb1", b"\xc5\xbf", b"\xe2\x84\xaa")


class StdlibPrefilter:
    """The engine that is always there."""

    def __init__(self, table: "GateTable") -> None:
        widths, anchored, literals, self._runs, self._everywhere, self._beyond = table
        self.widths: Sequence[int] = widths
        self.anchored: Container[int] = frozenset(anchored)
        self._in_text, self._near_words, self._in_words = (
            (_with_bones(exact), _with_bones(lower)) for exact, lower in literals
        )

    def candidates(self, data: bytes) -> list[tuple[int, int]]:
        """Give (index of the detector, offset) in order of offset; see `Prefilter`."""
        found: list[tuple[int, int]] = []  # (offset, detector)
        words = _long_words(data)
        if words:
            _find(self._in_words, data, words, found)
            _find(self._near_words, data, _around(words), found)
        _find(self._in_text, data, [(0, len(data))], found)
        _find_runs(self._runs, data, found)
        _spread(self._everywhere, len(data), found)
        if self._beyond and any(letter in data for letter in _BEYOND):
            _spread(self._beyond, len(data), found)
        found.sort()
        return [(detector, offset) for offset, detector in found]


def _long_words(data: bytes) -> list[tuple[int, int]]:
    """Find the words of 20 bytes or more: (start, end)."""
    rows = data.translate(_IN_WORD)
    words = []
    start = rows.find(b"\x01" * _LONG_WORD)
    while start >= 0:
        end = rows.find(b"\x00", start + _LONG_WORD)
        end = len(rows) if end < 0 else end
        words.append((start, end))
        start = rows.find(b"\x01" * _LONG_WORD, end)
    return words


def _around(words: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longer words and what stands before them, what overlaps as one."""
    spans: list[tuple[int, int]] = []
    for start, end in words:
        if end - start >= _LONGER_WORD:
            before = max(start - _NEAR, 0)
            if spans and before <= spans[-1][1]:
                spans[-1] = spans[-1][0], end
            else:
                spans.append((before, end))
    return spans


def _with_bones(literals: "Literals") -> "tuple[Sought, ...]":
    """To each literal what remains of it without the common letters; nothing where that is too little."""
    sought = []
    for literal, places in literals:
        bones = literal.translate(None, _COMMON)
        sought.append((bones if len(bones) > 1 else b"", literal, places))
    return tuple(sought)


def _find(
    gates: "tuple[tuple[Sought, ...], tuple[Sought, ...]]",
    data: bytes,
    spans: list[tuple[int, int]],
    found: list[tuple[int, int]],
) -> None:
    """Look for the literals in these spans of the data."""
    text = b"\n".join([data[start:end] for start, end in spans])
    for sought in gates:
        if sought:
            bare = text.translate(None, _COMMON)
            met = [
                (literal, places) for bones, literal, places in sought if bones in bare and literal in text
            ]
            _find_each(met, text, spans, found)
        text = text.lower()


def _find_each(
    gates: "list[tuple[bytes, Places]]",
    text: bytes,
    spans: list[tuple[int, int]],
    found: list[tuple[int, int]],
) -> None:
    if not gates:
        return
    from bisect import bisect_right

    # What has to be added to an offset in the text, by span; each but the first follows a line feed.
    begins, moves, length = [], [], 0
    for start, end in spans:
        begins.append(length)
        moves.append(start - length)
        length += end - start + 1
    for literal, places in gates:
        at = text.find(literal)
        while at >= 0:
            real = at + moves[bisect_right(begins, at) - 1]
            for detector, offset in places:
                if offset <= real:
                    found.append((real - max(offset, 0), detector))
            at = text.find(literal, at + 1)


def _find_runs(gates: "Runs", data: bytes, found: list[tuple[int, int]]) -> None:
    for table, users in gates:
        rows = data.translate(table)
        needle = b"\x01" * min(user[1] for user in users)
        start = rows.find(needle)
        while start >= 0:
            end = rows.find(b"\x00", start + len(needle))
            end = len(rows) if end < 0 else end
            for detector, least, offset, before in users:
                if offset < 0:
                    # Wherever a match lies in the row, one of these is in it.
                    found.extend((at, detector) for at in range(start + least - 1, end, least))
                elif end - start >= least and start >= offset and data[start - 1] in before:
                    found.append((start - offset, detector))
            start = rows.find(needle, end)


def _spread(detectors: "Sequence[tuple[int, int]]", size: int, found: list[tuple[int, int]]) -> None:
    for detector, least in detectors:
        found.extend((at, detector) for at in range(0, size + 1, least))
