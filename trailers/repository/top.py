"""The top of a work tree."""

import os

from trailers.errors import GitError
from trailers.process import Git


def top_of(git: Git) -> str:
    """The directory at the top of the work tree around `git.directory`; GitError where there is none."""
    # git runs its hooks there, so that it need not be asked.
    if "GIT_WORK_TREE" not in git.environ and os.path.lexists(os.path.join(git.directory, ".git")):
        return git.directory
    answer = git.ask("rev-parse", "--show-toplevel")
    if answer is None:
        from trailers.repository.opening import open_repository

        if open_repository(git).bare:
            remedy = "name commits: undersign owners check --from A --to B"
            raise GitError("this repository is bare: it has no index", remedy)
        remedy = "run it inside one, or name one with -C DIRECTORY"
        raise GitError(f"no work tree here: {git.directory}", remedy)
    return os.fsdecode(answer).removesuffix("\n")
