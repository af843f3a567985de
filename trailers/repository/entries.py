"""What the index holds, entry by entry: mode, object id and path, of all of it or of what is staged."""

import os

from trailers.process import Git
from trailers.repository.listing import Tracked, in_conflict, refused

_STAGED = ("diff", "--cached", "--raw", "-z", "--no-abbrev", "--no-renames", "--ignore-submodules=none")


def index_entries(git: Git, below: str = "") -> list[Tracked]:
    """All entries, sorted by the bytes of their paths; with `below`, those in that directory.

    GitError where git cannot tell, or where paths are in conflict.
    """
    arguments = ("ls-files", "-s", "-z", "--full-name", "--", f":(top,literal){below}" if below else ":/")
    entries = []
    conflicts: dict[str, None] = {}
    for line in _words(git, arguments):
        mode, name, rest = line.split(" ", 2)
        stage, _, path = rest.partition("\t")
        if stage != "0":
            conflicts[path] = None
        entries.append(Tracked(path, mode, name))
    if conflicts:
        raise in_conflict(list(conflicts))
    return entries


def staged_entries(git: Git) -> list[Tracked]:
    """The entries that differ from HEAD, without those that are gone; before the first commit, all."""
    arguments = (*_STAGED, "--no-ext-diff", "--no-relative", f"-O{os.devnull}")
    words = iter(_words(git, arguments))
    entries, conflicts = [], []
    for head, path in zip(words, words, strict=True):
        _, mode, _, name, status = head.split(" ")
        if status == "U":
            conflicts.append(path)
        elif status != "D":
            entries.append(Tracked(path, mode, name))
    if conflicts:
        raise in_conflict(conflicts)
    return entries


def _words(git: Git, arguments: tuple[str, ...]) -> list[str]:
    output = git.ask(*arguments)
    if output is None:
        raise refused(git, arguments)
    return output.decode("utf-8", "surrogateescape").split("\0")[:-1]
