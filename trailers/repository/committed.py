"""A few files of a commit with what is in them, from one git process, whether or not they are there."""

import os

from trailers.errors import GitError
from trailers.process import Git
from trailers.repository.batch import Stored, split_batch
from trailers.repository.listing import Tracked
from trailers.repository.tree import names_in
from trailers.typed import Callable, NamedTuple, Sequence

_FOLDER = "40000"


class Committed(NamedTuple):
    """The files by their paths, and what is in those that this clone has, by their ids.

    `tree` names the whole of the commit, whatever its branch comes to be.
    """

    files: dict[str, Tracked]
    contents: dict[str, bytes]
    tree: str


def begin_committed(git: Git, commit: str, paths: Sequence[str]) -> Callable[[], Committed]:
    """Those of the paths that the commit holds; GitError where that cannot be told.

    They are at the top, or in folders there. A symbolic link and a submodule are files, as git lists them.
    """
    folders = sorted({path.rpartition("/")[0] for path in paths} - {""})
    asked = [f"{commit}^{{tree}}", *(f"{commit}:{path}" for path in (*folders, *paths))]
    answer = git.begin("cat-file", "--batch", stdin="".join(f"{one}\n" for one in asked).encode())

    def committed() -> Committed:
        stored = [one for together in split_batch([answer() or b""]) for one in together]
        if len(stored) != len(asked) or stored[0].content is None:
            raise GitError(f"git does not tell what {commit} holds")
        below = 1 + len(folders)
        files = _files_in(stored[0], dict(zip(folders, stored[1:below], strict=True)))
        contents = {one.id: one.content for one in stored[below:] if one.content is not None}
        return Committed({path: files[path] for path in paths if path in files}, contents, stored[0].id)

    return committed


def _files_in(top: Stored, folders: dict[str, Stored]) -> dict[str, Tracked]:
    """All files of these trees, by their paths. A folder is one only where the top says so."""
    found = {}
    for name, mode, id_ in _named(top):
        if mode != _FOLDER:
            found[name] = Tracked(name, mode, id_)
        elif name in folders:
            if folders[name].id != id_ or folders[name].content is None:
                raise GitError(f"this clone does not have the folder {name}")
            found |= {
                f"{name}/{file}": Tracked(f"{name}/{file}", inner, blob)
                for file, inner, blob in _named(folders[name])
                if inner != _FOLDER
            }
    return found


def _named(tree: Stored) -> list[tuple[str, str, str]]:
    """(name, mode, id) of what is in a tree."""
    names = names_in(tree.content or b"", len(tree.id) // 2)
    return [(os.fsdecode(one.name), one.mode, one.id) for one in names]
