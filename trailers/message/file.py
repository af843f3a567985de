"""A message file: read whole, replaced whole or left as it was."""

import os

from trailers.errors import MessageError


def read_message_file(path: str) -> bytes:
    """The bytes of a message file; MessageError where it cannot be read."""
    try:
        with open(path, "rb") as file:
            return file.read()
    except OSError as error:
        raise MessageError(f"{path} cannot be read: {error.strerror}") from error


def replace_message_file(path: str, data: bytes) -> None:
    """Write the file beside the old one, then put it in its place: a failure leaves the old one."""
    beside = f"{path}.undersign-{os.getpid()}"
    try:
        try:
            with open(beside, "xb") as file:
                file.write(data)
            os.chmod(beside, os.stat(path).st_mode & 0o7777)
            os.replace(beside, path)
        except OSError:
            if os.path.exists(beside):
                os.unlink(beside)
            raise
    except OSError as error:
        raise MessageError(f"{path} cannot be written: {error.strerror}", "the file is as it was") from error
