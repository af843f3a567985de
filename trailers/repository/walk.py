"""Stream the stored commits of a range, newest first, from one pipeline of git processes.

`git rev-list | git cat-file --batch` gives each commit byte for byte: the encoding header, a NUL in
the message, nothing re-coded or hidden by configuration. It is also faster than `git log`, which
formats what it reads.
"""

from trailers.repository.batch import Stored, split_batch
from trailers.repository.opening import Repository
from trailers.typed import Iterator, Sequence


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
