"""What git's configuration says of a message that is not stored yet."""

from trailers.process import Git
from trailers.typed import Callable

_CONFIG = r"^(core\.comment(char|string)|commit\.cleanup|i18n\.commitencoding)$"


def config_for_messages(git: Git) -> dict[str, str]:
    """The configuration that says how a message is cleaned up and encoded, keys in lower case."""
    return begin_config_for_messages(git)()


def begin_config_for_messages(git: Git) -> Callable[[], dict[str, str]]:
    """As `config_for_messages`: let git begin, and wait for its answer later."""
    answer = git.begin("config", "-z", "--get-regexp", _CONFIG)
    return lambda: _entries(answer() or b"")


def _entries(answer: bytes) -> dict[str, str]:
    entries = (entry.partition("\n") for entry in answer.decode("utf-8", "replace").split("\0") if entry)
    return {name.lower(): value for name, _, value in entries}
