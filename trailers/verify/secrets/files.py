"""Read files of the file system: never through a link, never waiting, in pieces where they are large."""

import os
from stat import S_ISBLK, S_ISCHR, S_ISDIR, S_ISFIFO, S_ISLNK, S_ISREG, S_ISSOCK

from trailers.typed import Callable, Iterator, Sequence
from trailers.untrusted_file import READ
from trailers.verify.secrets.source import Opened, Source

WHOLE = 1 << 22  # bytes of a file that are read at once
_KINDS = (
    (S_ISDIR, "a directory"),
    (S_ISFIFO, "a FIFO"),
    (S_ISSOCK, "a socket"),
    (S_ISCHR, "a device"),
    (S_ISBLK, "a device"),
)


def read_files(sources: Sequence[Source]) -> Iterator[Opened]:
    """Each file as it is on disk, opened when it is its turn; of a link, the text that git would store."""
    for source in sources:
        yield _read(source)


def _read(source: Source) -> Opened:
    try:
        status = os.lstat(source.disk)
        if S_ISLNK(status.st_mode):
            return Opened(source, os.fsencode(os.readlink(source.disk)))
        if not S_ISREG(status.st_mode):
            return Opened(source, unread=f"it is {kind(status.st_mode)}, not a file")
        file = os.open(source.disk, READ)
    except (OSError, ValueError) as error:
        return Opened(source, unread=reason(error))
    try:
        return _content(source, file)
    except OSError as error:
        return Opened(source, unread=reason(error))
    finally:
        os.close(file)


def _content(source: Source, file: int) -> Opened:
    status = os.fstat(file)
    if not S_ISREG(status.st_mode):
        return Opened(source, unread=f"it is {kind(status.st_mode)}, not a file")
    data = os.read(file, min(status.st_size, WHOLE) + 1)
    if len(data) == status.st_size:
        return Opened(source, data)
    # It is large, it grows, or it is one of the system's, which say that they are empty.
    return Opened(source, data, _rest(os.dup(file)))


def _rest(file: int) -> Callable[[int], bytes]:
    stream = os.fdopen(file, "rb", buffering=0)
    return lambda size: stream.read(size) or b""


def kind(mode: int) -> str:
    """What a path is that is no file."""
    return next((name for is_kind, name in _KINDS if is_kind(mode)), "something special")


def reason(error: OSError | ValueError) -> str:
    """Why a file cannot be read, in words."""
    return (error.strerror if isinstance(error, OSError) else None) or str(error)
