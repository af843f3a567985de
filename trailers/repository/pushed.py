"""What a push brings: the commits that the remote does not have yet (githooks(5), pre-push)."""

from typing import NamedTuple

from trailers.repository.opening import Repository
from trailers.repository.revision import Range, commit_named, find_commit


class Push(NamedTuple):
    """One ref of a push: the object ids on both sides, all zeros for none, and the remote's name."""

    local: str
    remote: str
    remote_name: str


def is_zero(identifier: str) -> bool:
    """Whether this is git's "no object": the ref does not exist there."""
    return not identifier.strip("0")


def pushed_range(repository: Repository, push: Push) -> Range | None:
    """The commits that the push brings; None where it deletes a branch.

    What any branch of the remote has already is left out. The base is what the ref was, else the
    remote's default branch, where this clone knows them.
    """
    if is_zero(push.local):
        return None
    head = commit_named(repository, push.local)
    known = [push.remote] if not is_zero(push.remote) else []
    bases = [
        found
        for name in [*known, f"refs/remotes/{push.remote_name}/HEAD"]
        if (found := find_commit(repository, name))
    ]
    excluded = [f"^{bases[0]}"] if bases else []
    arguments = (head, *excluded, "--not", f"--remotes={push.remote_name}", "--not")
    return Range(
        arguments, bases[0] if bases else None, head, f"what {push.remote_name} lacks of {push.local[:12]}"
    )
