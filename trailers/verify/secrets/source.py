"""A source: one thing that is looked at for secrets, and what reading it gave."""

from trailers.typed import Callable, Iterator, NamedTuple, Sequence

Lines = Sequence[tuple[int, int]]  # first and last lines, in order


LINK = "120000"  # git's mode of a symbolic link, whose content is where it leads


class Source(NamedTuple):
    """A file or a blob.

    `path` is what people are told, `name` what the repository calls it: by that rules, patterns and the
    baseline know it. `disk` is where to read it, else `blob` is the id of the object that has it. `size` in
    bytes is what it had when it was listed. Only what stands in `lines` is judged (None: all). `commit` is
    the one that brings it; a source without a path is its message.
    """

    path: str
    name: str
    size: int = 0
    disk: str = ""
    blob: str = ""
    mode: str = ""
    lines: Lines | None = None
    commit: str | None = None


class Opened(NamedTuple):
    """A source with its beginning, and `rest`, which gives so many more bytes, where that is not all.

    `skipped` says by which rule it is not looked at, `unread` why it could not be read; else both are empty.
    """

    source: Source
    data: bytes = b""
    rest: Callable[[int], bytes] | None = None
    skipped: str = ""
    unread: str = ""


Read = Callable[[Sequence[Source]], Iterator[Opened]]  # the sources in order
