"""The whole lines of a file from its end, newest first, of which at most 8 MiB are ever read."""

import os

from trailers.typed import Iterator

LIMIT = 8 << 20
# Larger pieces of memory are had from the system anew each time, and cost as much as reading them.
_FIRST, _LARGEST = 1 << 14, 1 << 16


class Backwards:
    """A file that is read from its end.

    What stands after the last line feed is not whole and is left out. `read` counts the bytes that were
    read, `offset` says where the line begins that was given last, and `cut` is True once the limit has
    kept lines back.
    """

    def __init__(self, handle: int, size: int, limit: int = LIMIT) -> None:
        self.handle = handle
        self.limit = limit
        self.start = size
        self.read = 0
        self.offset = size
        self.cut = False

    def __iter__(self) -> Iterator[bytes]:
        """The lines, each without its line feed, newest first."""
        for block in self.blocks():
            end = self.offset + len(block)
            for line in reversed(block.split(b"\n")):
                end -= len(line)
                self.offset = end
                yield line
                end -= 1

    def blocks(self) -> Iterator[bytes]:
        """Some whole lines each time, without the last line feed; the newest first."""
        rest, is_whole, step = b"", False, _FIRST
        while self.start and self.read < self.limit:
            step = max(step, len(rest))  # a long line is put together a few times, not once a block
            block = self._before(min(step, self.start, self.limit - self.read)) + rest
            step = min(step * 2, _LARGEST)
            if not is_whole:
                last = block.rfind(b"\n")
                if last < 0:
                    rest = block
                    continue
                block, is_whole = block[:last], True
            first = block.find(b"\n") if self.start else -1
            if first < 0 and self.start:
                rest = block
                continue
            rest = block[: max(first, 0)]
            self.offset = self.start + first + 1
            yield block[first + 1 :]
        self.cut = bool(self.start)

    def _before(self, count: int) -> bytes:
        """The bytes before those that were read last; raises OSError where the file has become shorter."""
        self.start -= count
        os.lseek(self.handle, self.start, os.SEEK_SET)
        pieces = []
        while count:
            piece = os.read(self.handle, count)
            if not piece:
                raise OSError("it has become shorter while it was read")
            pieces.append(piece)
            self.read += len(piece)
            count -= len(piece)
        return b"".join(pieces)
