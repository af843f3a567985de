"""A transcript's window kept for the team, under the digest that stands in the commit.

Vendors delete transcripts, Claude Code after 30 days. What is kept is redacted, so its own digest is
another: the file's name says which window it is.
"""

import os

from trailers.assistants.sessions.storing import store
from trailers.assistants.sessions.window import window_bytes
from trailers.typed import Callable, NamedTuple

_END = ".jsonl"


class Kept(NamedTuple):
    """Where a window is kept, and the digest of the window itself."""

    path: str
    sha256: str


def keep_window(folder: str, transcript: str, since: int, redact: Callable[[str], str]) -> Kept | None:
    """Store the redacted window in a folder that is there; None where nothing was written since.

    What is already kept stays as it is. Raises OSError.
    """
    from hashlib import sha256

    data = window_bytes(transcript, since)
    if not data:
        return None
    name = sha256(data).hexdigest()
    path = os.path.join(folder, name + _END)
    if not os.path.lexists(path):
        store(path, redact(data.decode("utf-8", "replace")).encode())
    return Kept(path, name)
