"""The trailer keys that a project uses, for commands that read or mend messages in it."""

import os

from trailers.cli.console import git_in
from trailers.disclosure.profiles import profile_named
from trailers.disclosure.vocabulary import DEFAULT_KEYS, Keys
from trailers.errors import GitError
from trailers.policy.work_tree import policy_at
from trailers.verify.registry import RULE_NAMES


def keys_at(directory: str) -> Keys:
    """The keys of the work tree's policy and its profile; the defaults where there is no work tree."""
    try:
        top = git_in(directory).ask("rev-parse", "--show-toplevel")
    except GitError:
        return DEFAULT_KEYS  # a message can be mended without git
    if top is None:
        return DEFAULT_KEYS
    disclosure = policy_at(os.fsdecode(top).rstrip("\n"), RULE_NAMES).disclosure
    return profile_named(disclosure.profile).keys_with(disclosure.keys)
