"""What `git cat-file --batch` prints, cut into its objects (git-cat-file(1), "BATCH OUTPUT")."""

from trailers.errors import GitError
from trailers.typed import Iterable, Iterator, NamedTuple


class Stored(NamedTuple):
    """One object of the stream; `content` is None where the clone does not have it."""

    id: str
    content: bytes | None


def split_batch(chunks: Iterable[bytes]) -> Iterator[list[Stored]]:
    """Cut the output of `git cat-file --batch` into its objects; memory for one object and one chunk."""
    pieces: list[bytes] = []
    missing = 0
    for chunk in chunks:
        # An object of many chunks is joined once, when it is whole: linear in its size.
        pieces.append(chunk)
        missing -= len(chunk)
        if missing <= 0:
            buffer = b"".join(pieces)
            together, end, missing = _whole(buffer)
            pieces = [buffer[end:]]
            yield together
    if any(pieces):
        raise GitError("git cat-file ended in the middle of an object")


def _whole(buffer: bytes) -> tuple[list[Stored], int, int]:
    """The whole objects at its beginning, where they end, and how many bytes the next one misses."""
    found: list[Stored] = []
    start = 0
    while (eol := buffer.find(b"\n", start)) >= 0:
        header = buffer[start:eol].decode("ascii", "replace").split(" ")
        if len(header) != 3:
            start = eol + 1
            found.append(Stored(header[0], None))
            continue
        end = eol + 1 + int(header[2])
        if end >= len(buffer):
            return found, start, end + 1 - len(buffer)
        found.append(Stored(header[0], buffer[eol + 1 : end]))
        start = end + 1
    return found, start, 0
