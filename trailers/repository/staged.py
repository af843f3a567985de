"""Which paths the next commit changes, or two commits have in different forms, and which were moved."""

import os

from trailers.process import Git
from trailers.repository.listing import in_conflict, refused
from trailers.typed import Callable, Iterator, NamedTuple, Sequence

# No configuration hides a path, sorts them anew or leaves out those above the current directory.
_HOW = ("-z", "--name-status", "--ignore-submodules=none")
_STAGED = ("diff", "--cached", *_HOW, "--no-ext-diff", "--no-relative", f"-O{os.devnull}")
# Of so many paths that are gone and are new, the content is compared, if it is not the same.
_RENAMES = ("-M", "-l200", "--diff-filter=R")


class Changes(NamedTuple):
    """The paths that are new or different, and those that are gone: deleted, or moved elsewhere."""

    paths: list[str]
    gone: list[str]


def begin_staged(git: Git, tree: str = "") -> Callable[[], Changes]:
    """What differs between HEAD, or a tree, and the index; before the first commit, all of the index."""
    arguments = (*_STAGED, "--no-renames", *filter(None, [tree]), "--")
    answer = git.begin(*arguments)
    return lambda: _changes(_told(git, arguments, answer()))


def begin_renames(git: Git) -> Callable[[], dict[str, str]]:
    """The new path of each that is moved in the index, by its old one; git tells by the content."""
    answer = git.begin(*_STAGED, *_RENAMES)
    # In a clone without blobs git cannot tell: then nothing is known to be moved.
    return lambda: _renames(answer())


def changed_between(git: Git, base: str, head: str) -> Changes:
    """What differs between two commits."""
    arguments = ("diff-tree", "-r", *_HOW, "--no-renames", base, head)
    return _changes(_told(git, arguments, git.ask(*arguments)))


def renames_between(git: Git, base: str, head: str) -> dict[str, str]:
    """As `begin_renames`, between two commits."""
    return _renames(git.ask("diff-tree", "-r", *_HOW, *_RENAMES, base, head))


def _told(git: Git, arguments: Sequence[str], output: bytes | None) -> bytes:
    if output is None:
        raise refused(git, arguments)
    return output


def _words(output: bytes) -> Iterator[str]:
    return iter(output.decode("utf-8", "surrogateescape").split("\0")[:-1])


def _changes(output: bytes) -> Changes:
    """A status and a path in turn: A(dded), C, M(odified), T(ype changed), D(eleted), U(nmerged)."""
    changes = Changes([], [])
    conflicts = []
    words = _words(output)
    for status, path in zip(words, words, strict=True):
        if status == "U":
            conflicts.append(path)
        (changes.gone if status == "D" else changes.paths).append(path)
    if conflicts:
        raise in_conflict(conflicts)
    return changes


def _renames(output: bytes | None) -> dict[str, str]:
    """A status, the old path and the new one in turn."""
    words = _words(output or b"")
    return {old: new for _, old, new in zip(words, words, words, strict=True)}
