"""What a push brings: the commits that the remote does not have yet (githooks(5), pre-push)."""

from trailers.repository.opening import Repository
from trailers.repository.revision import Range, commit_named, find_commit
from trailers.typed import NamedTuple


class Push(NamedTuple):
    """One ref of a push: the object ids on both sides, all zeros for none, and the remote's name."""

    local: str
    remote: str
    remote_name: str


def is_zero(identifier: str) -> bool:
    """Whether this is git's "no object": the ref does not exist there."""
    return not identifier.strip("0")


def pushed_range(repository: Repository, push: Push) -> Range | None:
    """The commits that the push brings; None where it deletes a branch, or brings a tree or a blob.

    What any branch of the remote has already is left out. The base is what the ref was, else the
    remote's default branch, else the nearest commit that the remote has, as far as this clone knows.
    """
    if is_zero(push.local):
        return None
    if _is_no_history(repository, push.local):
        return None
    head = commit_named(repository, push.local)
    known = [push.remote] if not is_zero(push.remote) else []
    bases = (find_commit(repository, name) for name in (*known, f"refs/remotes/{push.remote_name}/HEAD"))
    base = next(filter(None, bases), None)
    excluded = [f"^{base}"] if base else []
    arguments = (head, *excluded, "--not", f"--remotes={push.remote_name}", "--not")
    spec = f"what {push.remote_name} lacks of {push.local[:12]}"
    return Range(arguments, base or _nearest(repository, arguments), head, spec)


def _nearest(repository: Repository, arguments: tuple[str, ...]) -> str | None:
    """The first commit below those of the range, along first parents; None where the range has them all."""
    listed = repository.git.run("rev-list", "--first-parent", "--boundary", *arguments, "--")
    below = [line[1:] for line in listed.decode("ascii").split("\n") if line.startswith("-")]
    return below[0] if below else None


def _is_no_history(repository: Repository, name: str) -> bool:
    """Whether a tag leads to a tree or a blob, which no commit brings."""
    kind = repository.git.ask("cat-file", "-t", f"{name}^{{}}")
    return kind is not None and kind.strip() in (b"tree", b"blob")
