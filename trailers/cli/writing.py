"""Files written whole or left as they were."""

import os
import stat

from trailers.typed import Iterable

_ERRORS = "backslashreplace"


def replace_whole(path: str, parts: Iterable[str]) -> None:
    """Write the pieces to a file beside it, which then takes its place and has its permissions.

    Where a symbolic link leads there, it stays; a device or a pipe is written to. OSError as they come.
    """
    # Asked of the path itself: /dev/stdout leads to a pipe, which has no name of its own.
    if os.path.exists(path) and not stat.S_ISREG(os.stat(path).st_mode):
        with open(path, "w", encoding="utf-8", errors=_ERRORS, newline="") as file:
            file.writelines(parts)
        return
    put_in_place(os.path.realpath(path), (part.encode("utf-8", _ERRORS) for part in parts))


def put_in_place(path: str, pieces: Iterable[bytes]) -> None:
    """Make the pieces the file's content, all or none; its permissions stay. OSError as they come."""
    beside = f"{path}.undersign-{os.getpid()}"
    # Where there is such a file, it is not ours, and stays.
    file = open(beside, "xb")  # noqa: SIM115
    try:
        with file:
            file.writelines(pieces)
        if os.path.exists(path):
            os.chmod(beside, stat.S_IMODE(os.stat(path).st_mode))
        os.replace(beside, path)
    finally:
        if os.path.lexists(beside):
            os.unlink(beside)


def append_parts(path: str, parts: Iterable[str]) -> None:
    """Add the pieces to what is there; where they do not all fit, none. OSError as they come."""
    text = "".join(parts).encode("utf-8", _ERRORS)
    before = size_of(path)
    with open(path, "ab", buffering=0) as file:
        try:
            written = file.write(text)
        except OSError:
            written = -1
        if written != len(text):
            if os.path.isfile(path):
                file.truncate(before)
            raise OSError(f"it did not take the {len(text):,} bytes of the report")


def size_of(path: str) -> int:
    """The size of a regular file in bytes; 0 where there is none."""
    return os.path.getsize(path) if os.path.isfile(path) else 0
