"""What a commit changes."""

import os

from trailers.process import Git
from trailers.repository.opening import Repository


def changed_paths(repository: Repository, commit: str) -> tuple[str, ...]:
    """The paths that a commit changes against its parents; of a merge, those that equal no parent's."""
    return _paths(
        repository.git, "diff-tree", "-r", "--root", "-c", "--no-commit-id", "--name-only", "-z", commit
    )


def staged_paths(git: Git) -> tuple[str, ...]:
    """The paths that the next commit will change."""
    how = ("--no-ext-diff", "--no-relative", "--no-renames", f"-O{os.devnull}")
    return _paths(git, "diff", "--cached", *how, "--name-only", "-z")


def _paths(git: Git, *arguments: str) -> tuple[str, ...]:
    output = git.run(*arguments)
    return tuple(os.fsdecode(path) for path in output.split(b"\0") if path)
