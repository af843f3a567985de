"""Files as a commit has them, read by object id and never from the work tree."""

import os

from trailers.errors import GitError
from trailers.repository.batch import Stored, split_batch
from trailers.repository.opening import Repository
from trailers.repository.tree import names_in
from trailers.typed import Sequence


def read_blobs(repository: Repository, commit: str, names: Sequence[str]) -> dict[str, bytes | None]:
    """The bytes of each file at the top of `commit`, None where there is no such file.

    GitError where the clone lacks the object that would tell: a partial clone has the commit and not its
    files, and to git a file that is not here looks like one that never was.
    """
    wanted = [f"{commit}^{{tree}}", *(f"{commit}:{name}" for name in names)]
    asked = os.fsencode("".join(f"{one}\n" for one in wanted))
    # git may fail, and stop, at what it would have to fetch.
    _, output, _ = repository.git.attempt("cat-file", "--batch", stdin=asked)
    stored = [one for together in split_batch([output]) for one in together]
    tree, *files = [*stored, *[Stored("", None)] * (len(wanted) - len(stored))]
    _content(tree, commit, "")
    present = _files_in(tree)
    return {
        name: _content(stored, commit, name) if os.fsencode(name) in present else None
        for name, stored in zip(names, files, strict=True)
    }


def _content(stored: Stored, commit: str, name: str) -> bytes:
    if stored.content is None:
        remedy = "clone without --filter, or fetch it: git cat-file -e " + f"{commit}:{name}"
        raise GitError(f"this clone does not have {name or 'the files'} of commit {commit}", remedy)
    return stored.content


def _files_in(tree: Stored) -> frozenset[bytes]:
    """The names of the files, without the folders and submodules."""
    names = names_in(tree.content or b"", len(tree.id) // 2)
    return frozenset(one.name for one in names if one.mode not in ("40000", "160000"))
