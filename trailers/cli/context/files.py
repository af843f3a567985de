"""The files that `undersign context verify` reads: regular ones only, so that nothing waits for a FIFO."""

import hmac
import os
from io import BufferedReader

from trailers.assistants.sessions.places import opened
from trailers.assistants.sessions.window import hmac_of
from trailers.errors import UsageError
from trailers.typed import Callable

LONGEST_PROMPT = 1 << 20
LONGEST_KEY = 1 << 16


def whole_digest(path: str) -> str:
    """The SHA-256 of a whole file in hexadecimal, in constant memory. Raises OSError."""
    import hashlib

    with _regular(path) as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def keyed_match(path: str, key_path: str) -> Callable[[str], str]:
    """What tells whether a keyed digest is the one of the prompt in a file; '' where it is not.

    Editors and shells end a file with a line end that a prompt and a key do not have, so both count with
    it and without. Raises OSError, and UsageError for a prompt that is not UTF-8.
    """
    keys = _with_and_without_end(_limited(key_path, LONGEST_KEY))
    if not all(keys):
        raise UsageError(f"the key in {key_path} is empty")
    try:
        texts = [text.decode() for text in _with_and_without_end(_limited(path, LONGEST_PROMPT))]
    except UnicodeDecodeError as error:
        raise UsageError(f"{path} is not UTF-8, so it is no prompt") from error

    def match(value: str) -> str:
        key_id = value.split(":")[1]
        found = (hmac_of(text, key_id, key) for text in texts for key in keys)
        return "the prompt" if any(hmac.compare_digest(value, one) for one in list(found)) else ""

    return match


def _with_and_without_end(data: bytes) -> list[bytes]:
    return list(dict.fromkeys((data, data.removesuffix(b"\n").removesuffix(b"\r"))))


def _limited(path: str, most: int) -> bytes:
    with _regular(path) as file:
        data = file.read(most + 1)
    if len(data) > most:
        raise UsageError(f"{path} has more than {most:,} bytes: it is too long for a prompt or a key")
    return data


def _regular(path: str) -> BufferedReader:
    real = os.path.realpath(path)
    try:
        handle, _ = opened(os.path.dirname(real), real)
    except OSError as error:
        error.filename = path
        raise
    return os.fdopen(handle, "rb")
