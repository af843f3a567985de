"""The message of a commit that is being made, opened as a source."""

from trailers.message.file import read_message_file
from trailers.process import Git
from trailers.repository.message_config import config_for_messages
from trailers.typed import Mapping
from trailers.verify.secrets.handed import message_text
from trailers.verify.secrets.source import Opened, Source


def opened_message(path: str, git: Git, environ: Mapping[str, str]) -> Opened:
    """What git will store of the message in this file; MessageError where it cannot be read."""
    data = read_message_file(path)
    # git gives its hooks this editor where none runs: commit -m, commit -F.
    editor_used = environ.get("GIT_EDITOR") != ":"
    return Opened(Source(path, ""), message_text(data, config_for_messages(git), editor_used=editor_used))
