"""Merges that hold more than the merge: what a merge commit has beyond what git makes of its parents.

`git log --remerge-diff` (git 2.36) merges the parents again and compares. A file in conflict had to be
changed by hand; any other difference was put in without a need. Where git cannot merge again (an
octopus, an older git), the files that equal no parent's are named, and `compared` is false.
"""

import os

from trailers.repository.opening import REMERGE, Repository
from trailers.typed import Iterator, NamedTuple, Sequence

# Nothing of this depends on what the machine's or the repository's configuration says of logs and diffs.
_LOG = (
    "-c",
    "core.quotePath=false",
    "-c",
    "i18n.logOutputEncoding=UTF-8",
    "log",
    "--no-walk=unsorted",
    "--stdin",
    "--format=%x09%H",
    "--no-color",
    "--no-notes",
    "--no-show-signature",
    "--no-ext-diff",
    "--no-textconv",
    "--no-relative",
    "--submodule=short",
    f"-O{os.devnull}",
)
BATCH = 250  # merges that one git process makes again, some milliseconds each


class MergeContent(NamedTuple):
    """What one merge commit adds of its own: paths put in, and paths whose conflict was resolved."""

    added: tuple[str, ...]
    resolved: tuple[str, ...]
    compared: bool


def merge_contents(
    repository: Repository, merges: Sequence[tuple[str, int]]
) -> Iterator[tuple[str, MergeContent]]:
    """(commit id, content) of each merge that has content of its own; `merges` are (id, parents)."""
    for start in range(0, len(merges), BATCH):
        yield from _contents(repository, merges[start : start + BATCH])


def _contents(
    repository: Repository, merges: Sequence[tuple[str, int]]
) -> Iterator[tuple[str, MergeContent]]:
    can_remerge = repository.version >= REMERGE
    pairs = [name for name, parents in merges if parents == 2 and can_remerge]
    others = [name for name, parents in merges if parents != 2 or not can_remerge]
    changed = dict(_listed(repository, pairs, "--remerge-diff"))
    conflicts = dict(_conflicts(repository, list(changed)))
    for name, paths in changed.items():
        resolved = conflicts.get(name, frozenset())
        added = tuple(path for path in paths if path not in resolved)
        yield name, MergeContent(added, tuple(path for path in paths if path in resolved), compared=True)
    for name, paths in _listed(repository, others, "--diff-merges=combined"):
        yield name, MergeContent(paths, (), compared=False)


def _log(repository: Repository, names: Sequence[str], *options: str) -> Iterator[tuple[str, list[str]]]:
    """(commit id, lines printed for it). A line of a path never starts with a tab: git quotes such a path."""
    if not names:
        return
    stdin = "".join(f"{name}\n" for name in names).encode("ascii")
    # The change's own .gitattributes must not choose how the merge is made again, nor a driver to run.
    git = repository.git.without_work_tree(repository.git_directory)
    output = git.run(*_LOG, *options, stdin=stdin)
    for part in output.decode("utf-8", "surrogateescape").removeprefix("\t").split("\n\t"):
        name, *lines = part.split("\n")
        yield name, lines


def _listed(repository: Repository, names: Sequence[str], how: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """(commit id, changed paths) where there are any; paths quoted as git quotes them."""
    for name, lines in _log(repository, names, how, "--name-only", "--no-renames"):
        paths = tuple(line for line in lines if line)
        if paths:
            yield name, paths


def _conflicts(repository: Repository, names: Sequence[str]) -> Iterator[tuple[str, frozenset[str]]]:
    """(commit id, paths for which git reports a conflict)."""
    options = ("--remerge-diff", "--patch", "--no-prefix", "--no-renames", "--diff-filter=U")
    for name, lines in _log(repository, names, *options):
        yield name, frozenset(_conflicting(lines))


def _conflicting(lines: Sequence[str]) -> Iterator[str]:
    path = ""
    for line in lines:
        if line.startswith("diff --git "):
            twice = line[len("diff --git ") :]
            path = twice[: len(twice) // 2]
        elif line.startswith("remerge CONFLICT"):
            yield path
