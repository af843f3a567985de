"""What git says, as text."""

import os

from trailers.process import Git


def answer_of(git: Git, *arguments: str) -> str:
    """What a short git command prints, without its last line end; '' where it fails."""
    return os.fsdecode(git.ask(*arguments) or b"").removesuffix("\n")


def commit_of(git: Git, name: str) -> str:
    """The id of the commit that a name stands for; '' where it stands for none."""
    return answer_of(git, "rev-parse", "--verify", "--quiet", f"{name}^{{commit}}")
