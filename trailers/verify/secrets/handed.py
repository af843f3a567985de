"""The message that a commit-msg hook is handed, as a text to scan: what git will drop of it is left out."""

import os

from trailers.message.cleanup import cleanup_for, stored_lines
from trailers.typed import Mapping

# What git calls the files that it hands to the hook: of a commit, and of a merge.
NAMES = ("COMMIT_EDITMSG", "MERGE_MSG")


def is_message_file(path: str) -> bool:
    """Whether this is the file of a message and not one of the work tree."""
    folder, name = os.path.split(path)
    return name in NAMES and ".git" in folder.replace(os.sep, "/").split("/")


def message_text(data: bytes, config: Mapping[str, str], *, editor_used: bool) -> bytes:
    """The lines that git will store, each at its place in the file; the others are empty."""
    text = data.decode("utf-8", "surrogateescape")
    lines = [""] * (text.count("\n") + 1)
    for number, line in stored_lines(text, cleanup_for(config, editor_used=editor_used, text=text)):
        lines[number - 1] = line.removesuffix("\n")
    return "\n".join(lines).encode("utf-8", "surrogateescape")
