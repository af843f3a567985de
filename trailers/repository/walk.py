"""Stream the stored commits of a range, newest first, from one pipeline of git processes.

`git rev-list | git cat-file --batch` gives each commit byte for byte: the encoding header, a NUL in
the message, nothing re-coded or hidden by configuration. It is also faster than `git log`, which
formats what it reads.
"""

from collections.abc import Iterable, Iterator, Sequence

from trailers.errors import GitError
from trailers.repository.opening import Repository
from trailers.typed import NamedTuple


class Stored(NamedTuple):
    """One object of the stream; `content` is None where the clone does not have it."""

    id: str
    content: bytes | None


def walk(repository: Repository, arguments: Sequence[str]) -> Iterator[Stored]:
    """The commits that `git rev-list ARGUMENTS` lists. Raises GitError where the walk stopped early."""
    for together in walk_together(repository, arguments):
        yield from together


def walk_together(
    repository: Repository, arguments: Sequence[str], *, excluded: Sequence[str] = ()
) -> Iterator[list[Stored]]:
    """As `walk`, without what `excluded` reaches: as many commits together as have arrived.

    Raises GitError after what could be read, where the walk stopped early.
    """
    listing = ["rev-list", "--missing=error", *arguments, *(f"^{name}" for name in excluded), "--"]
    chunks = repository.git.stream(listing, ["cat-file", "--batch", "--buffer"])
    return split_batch(chunks)


def count(repository: Repository, arguments: Sequence[str]) -> int:
    """How many commits `git rev-list ARGUMENTS` lists."""
    return int(repository.git.run("rev-list", "--count", *arguments, "--"))


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
