"""What a hook that writes asks git first, so that git works while the rest is loaded."""

import os

from trailers.authoring.head import begin_stored_commit
from trailers.process import Git
from trailers.repository.commit import Commit
from trailers.repository.message_config import begin_config_for_messages
from trailers.scrubbing import scrubbed
from trailers.typed import Callable, NamedTuple


class Begun(NamedTuple):
    """git in the current directory; its configuration for messages and HEAD, each to be taken once."""

    git: Git
    config: Callable[[], dict[str, str]]
    head: Callable[[], Commit | None]


def begin() -> Begun:
    """Let git begin with both."""
    git = Git(".", scrubbed(os.environ))
    return Begun(git, begin_config_for_messages(git), begin_stored_commit(git, "HEAD"))
