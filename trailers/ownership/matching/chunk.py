"""A part of a list of paths, and the same as one text: what a path ends with or holds is found in that.

Python looks through a text several times as fast as a loop asks path for path.
"""

from trailers.typed import Sequence

_END = "\0"  # no path has one; a pattern may


class Chunk:
    """Some paths, which are a list's from the place `first` on."""

    __slots__ = ("_text", "first", "paths")

    def __init__(self, paths: Sequence[str], first: int) -> None:
        self.paths = paths
        self.first = first
        self._text = ""

    @property
    def text(self) -> str:
        """Each path with the character behind it that no path has."""
        if not self._text and self.paths:
            self._text = _END.join([*self.paths, ""])
        return self._text

    def ending(self, end: str) -> list[int]:
        """Which of the paths end so, as they are counted here."""
        text, sought = self.text, end + _END
        found: list[int] = []
        if _END in end:
            return found
        at = start = 0
        hit = text.find(sought)
        while hit >= 0:
            at += text.count(_END, start, hit)
            found.append(at)
            start = hit + len(end)
            hit = text.find(sought, start)
        return found


class Cursor:
    """Goes from path to path of a chunk; `at` is the one that it stands on, as they are counted there."""

    __slots__ = ("_chunk", "_start", "at")

    def __init__(self, chunk: Chunk) -> None:
        self._chunk = chunk
        self._start = self.at = 0

    def find(self, part: str) -> bool:
        """Go to the next path that holds this, which may be the one that it stands on."""
        hit = self._chunk.text.find(part, self._start)
        if hit < 0:
            return False
        self.at += self._chunk.text.count(_END, self._start, hit)
        self._start = hit
        return True

    def go_to(self, at: int) -> bool:
        """Go to a later path; False where there are not so many."""
        if at >= len(self._chunk.paths):
            return False
        self._start = self._chunk.text.find(_END + self._chunk.paths[at] + _END, self._start) + 1
        self.at = at
        return True
