"""Where a tool keeps its files, and how one of them is opened: none outside, no device, never waiting."""

import os
import stat

from trailers.assistants.sessions.scanning import record_of
from trailers.assistants.sessions.session import Asked
from trailers.typed import Any, Iterator, NamedTuple
from trailers.untrusted_file import READ

MOST_FILES = 5000  # names that are looked at in one folder


class RefusedError(OSError):
    """A file that is not read: it leads out of the tool's folder, or is no regular file."""


class File(NamedTuple):
    """A regular file in a tool's folder, and when it was last written, in seconds."""

    path: str
    written: float


def folder(asked: Asked, variable: str, *parts: str, default: tuple[str, ...]) -> str:
    """The real path of a tool's folder; '' where it is not there.

    The variable may lead anywhere, but must be absolute: what is relative lies in the repository. Without
    it, the folder is looked for in the home folder and may not lead out of that.
    """
    given = asked.environ.get(variable, "") if variable else ""
    if os.path.isabs(given):
        return _real_folder(os.path.join(given, *parts))
    if not os.path.isabs(asked.home):
        return ""
    found = _real_folder(os.path.join(asked.home, *default, *parts))
    return found if found and inside(found, os.path.realpath(asked.home)) else ""


def _real_folder(path: str) -> str:
    try:
        real = os.path.realpath(path)
        return real if os.path.isdir(real) else ""
    except (OSError, ValueError):  # a null byte
        return ""


def inside(path: str, folder: str) -> bool:
    """Whether a path is the folder or lies in it; both are normal paths."""
    return path == folder or path.startswith(folder.rstrip(os.sep) + os.sep)


def real_file(root: str, path: str) -> tuple[str, os.stat_result]:
    """The real path of a regular file inside the root; raises OSError for anything else."""
    try:
        real = os.path.realpath(path)
    except ValueError as error:
        raise RefusedError("no path") from error
    if not inside(real, root):
        raise RefusedError("it leads out of the folder of the tool")
    status = os.lstat(real)
    if not stat.S_ISREG(status.st_mode):
        raise RefusedError("it is no regular file")
    return real, status


def opened(root: str, path: str) -> tuple[int, int]:
    """The descriptor and the size of a regular file inside the root, which is a real path."""
    real, _ = real_file(root, path)
    handle = os.open(real, READ)
    status = os.fstat(handle)
    if stat.S_ISREG(status.st_mode):
        return handle, status.st_size
    os.close(handle)
    raise RefusedError("it is no regular file")


def read_start(root: str, path: str, most: int) -> bytes:
    """The first bytes of a file inside the root; raises OSError."""
    handle, _ = opened(root, path)
    with os.fdopen(handle, "rb") as file:
        return file.read(most)


def first_record(root: str, path: str, most: int) -> dict[str, Any] | None:
    """What the first line of a file says, of which `most` bytes are read; None where that cannot be told."""
    try:
        head = read_start(root, path, most)
    except OSError:
        return None
    return record_of(head.partition(b"\n")[0])


def names_in(path: str) -> list[str]:
    """The names in a folder; none where it cannot be read."""
    found = []
    try:
        with os.scandir(path) as entries:
            for entry in entries:
                found.append(entry.name)
                if len(found) >= MOST_FILES:
                    break
    except (OSError, ValueError):
        return []
    return found


def files_in(root: str, path: str, start: str, end: str) -> list[File]:
    """The regular files of a folder whose names begin and end so, the last written first."""
    return sorted(_files_in(root, path, start, end), key=lambda file: (-file.written, file.path))


def _files_in(root: str, path: str, start: str, end: str) -> Iterator[File]:
    real = os.path.realpath(path)
    if not inside(real, root):
        return
    for name in names_in(real):
        if name.startswith(start) and name.endswith(end):
            file = os.path.join(path, name)
            try:
                status = os.lstat(os.path.join(real, name))
                if stat.S_ISLNK(status.st_mode):
                    _, status = real_file(root, file)
            except OSError:
                continue
            if stat.S_ISREG(status.st_mode):
                yield File(file, status.st_mtime)
