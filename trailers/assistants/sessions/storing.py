"""A file written all at once or not at all, readable by its owner alone."""

import os


def store(path: str, data: bytes) -> None:
    """Put the file there, in place of one that is; raises OSError."""
    new = f"{path}.{os.getpid()}.new"
    handle = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0), 0o600)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.replace(new, path)
    finally:
        if os.path.lexists(new):
            os.unlink(new)
