"""From the places that a prefilter gives to what the exact pattern matches there."""

from trailers.secrets.hit import Hit
from trailers.typed import TYPE_CHECKING, Callable, Iterable, Iterator, Sequence

if TYPE_CHECKING:
    import re


# Matches in one text that are no secrets: no file of people's has so many, and each takes some time.
MOST_REJECTED = 250_000


class Confirmation:
    """One detector's walk through one text, in pieces and in order of offset.

    It finds what `finditer` would find in the whole text, with one difference: a match whose value is no
    secret (`accepts` says no) gives the value free again, so that `token: password = ...` is not hidden by
    its first half. `width` is the greatest length of a match, with all that its look-arounds see (0: no
    bound); `anchored`: the offsets are where matches begin. With `words`, in lower case, each match begins
    with one of them.

    Each place is looked at once, within the width: the time is linear in the text's length.
    """

    def __init__(
        self,
        regex: "re.Pattern[bytes]",
        width: int,
        *,
        anchored: bool,
        accepts: Callable[[Hit], bool],
        words: Sequence[bytes] = (),
    ) -> None:
        self._regex = regex
        self._width = width
        self._anchored = anchored
        self._accepts = accepts
        self._words = words if width else ()
        self._secret = regex.groupindex.get("secret", 0)
        self._position = 0
        self._rejected = 0

    @property
    def is_too_long(self) -> bool:
        """Whether so much was looked at in vain that the rest of the text is not worth the time."""
        return self._rejected > MOST_REJECTED

    def hits(self, path: str, data: bytes, offsets: Iterable[int]) -> Iterator[Hit]:
        """Give the accepted hits; the offsets are in order, also from one call to the next."""
        if self._words:
            offsets = self._starts(data, offsets)
        if self._anchored or self._words:
            for offset in offsets:
                if offset >= self._position and (match := self._regex.match(data, offset)):
                    yield from self._judged(path, data, match)
            return
        for start, end in self._windows(offsets, len(data)):
            # What overlaps a window of the call before is looked at again, but for what is matched.
            position = max(self._position, start)
            while position < end and (match := self._next(data, position, end)):
                yield from self._judged(path, data, match)
                position = self._position
            if not self._width:
                self._position = end

    def _starts(self, data: bytes, offsets: Iterable[int]) -> Iterator[int]:
        """Where the words stand in what a match with one of the offsets in it can reach."""
        for start, end in self._windows(offsets, len(data)):
            text = data[start:end].lower()
            found = []
            for word in self._words:
                at = text.find(word)
                while at >= 0:
                    found.append(start + at)
                    at = text.find(word, at + 1)
            found.sort()
            yield from found

    def _windows(self, offsets: Iterable[int], size: int) -> Iterator[tuple[int, int]]:
        """What a match with one of the offsets in it can reach, overlapping ones as one."""
        window: tuple[int, int] | None = None
        for offset in offsets:
            start = max(0, offset - self._width) if self._width else 0
            end = min(size, offset + self._width) if self._width else size
            if window and start <= window[1]:
                window = window[0], end
                continue
            if window:
                yield window
            window = start, end
        if window:
            yield window

    def _next(self, data: bytes, position: int, end: int) -> "re.Match[bytes] | None":
        while match := self._regex.search(data, position, end):
            # The window's end is not the text's: only what matches without it is a match.
            if exact := self._regex.match(data, match.start()):
                return exact
            position = match.start() + 1
        return None

    def _judged(self, path: str, data: bytes, match: "re.Match[bytes]") -> Iterator[Hit]:
        start, end = match.span(self._secret)
        hit = Hit(data, path, match.start(), start, end)
        # An empty match would be found again and again.
        self._position = max(match.end(), match.start() + 1)
        if start < end and self._accepts(hit):
            yield hit
            return
        self._rejected += 1
        if start > match.start():
            self._position = start
