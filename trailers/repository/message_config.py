"""What git's configuration says of a message that is not stored yet."""

from trailers.process import Git

_CONFIG = r"^(core\.comment(char|string)|commit\.cleanup|i18n\.commitencoding)$"


def config_for_messages(git: Git) -> dict[str, str]:
    """The configuration that says how a message is cleaned up and encoded, keys in lower case."""
    answer = git.ask("config", "-z", "--get-regexp", _CONFIG) or b""
    entries = (entry.partition("\n") for entry in answer.decode("utf-8", "replace").split("\0") if entry)
    return {name.lower(): value for name, _, value in entries}
