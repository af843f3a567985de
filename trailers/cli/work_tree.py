"""A work tree as `trailers.adoption` looks at it: its paths, its files, and what git's configuration says."""

import os

from trailers.adoption.facts.tree import Tree
from trailers.process import Git
from trailers.repository.answer import answer_of

_LARGEST = 1 << 20  # bytes of a file of settings that is looked into
_USUAL = ("main", "master")


def tree_at(git: Git, top: str) -> Tree:
    """The tree whose top is `top`. GitError where git cannot list it."""
    output = git._replace(directory=top).run("ls-files", "-z", "--cached", "--others", "--exclude-standard")
    listed = dict.fromkeys(output.decode("utf-8", "surrogateescape").split("\0")[:-1])
    paths = tuple(sorted(path for path in listed if os.path.lexists(os.path.join(top, path))))
    remote = _remote(git)
    return Tree(
        paths,
        lambda path: _text(top, path),
        frozenset(os.listdir(top)) - {".git"},
        answer_of(git, "config", "--get", f"remote.{remote}.url") if remote else "",
        _default_branch(git, remote),
        answer_of(git, "config", "--get", "core.hooksPath"),
    )


def _text(top: str, path: str) -> str | None:
    """A file's text; None where it is too large. A link that leads out of the tree is not followed."""
    real = os.path.realpath(os.path.join(top, path))
    if os.path.commonpath((os.path.realpath(top), real)) != os.path.realpath(top) or not os.path.isfile(real):
        return None
    try:
        with open(real, "rb") as file:
            data = file.read(_LARGEST + 1)
        return data.decode() if len(data) <= _LARGEST else None
    except (OSError, UnicodeDecodeError):
        return None


def _remote(git: Git) -> str:
    """The remote that the work goes to: `upstream` of a fork, then `origin`, then the only one."""
    names = answer_of(git, "remote").split("\n")
    for name in ("upstream", "origin"):
        if name in names:
            return name
    return names[0] if len(names) == 1 else ""


def _default_branch(git: Git, remote: str) -> str:
    """The remote's, as the clone noted it; else one of a usual name, or the branch that is checked out."""
    noted = (
        answer_of(git, "symbolic-ref", "--quiet", "--short", f"refs/remotes/{remote}/HEAD") if remote else ""
    )
    usual = (name for name in _USUAL if git.ask("rev-parse", "--verify", "--quiet", f"refs/heads/{name}"))
    current = answer_of(git, "symbolic-ref", "--quiet", "--short", "HEAD")
    return noted.removeprefix(f"{remote}/") or next(usual, current)
