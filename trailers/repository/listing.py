"""What the index or a commit holds: all its paths, or a few files with their modes and ids.

A path is what git calls one: a submodule and a symbolic link are paths like any other, and what a sparse
checkout leaves out of the work tree is in the index all the same. Only git answers; nothing is changed.
"""

from trailers.errors import GitError
from trailers.process import Git
from trailers.typed import Callable, NamedTuple, Sequence

LINK = "120000"  # the mode of a symbolic link
SHOWN = 3  # paths that a message names


class Tracked(NamedTuple):
    """A path as git keeps it: `mode` in six octal digits, `id` of its blob, or of a submodule's commit."""

    path: str
    mode: str
    id: str


def index_paths(git: Git) -> list[str]:
    """All paths of the index, sorted by their bytes. GitError where they cannot be told."""
    return begin_index_paths(git)()


def begin_index_paths(git: Git) -> Callable[[], list[str]]:
    """As `index_paths`, where git may begin while something else is done."""
    # -t costs git nothing, and says whether a path is in conflict, as -s does with twice the output.
    arguments = ("ls-files", "-t", "-z", "--full-name", "--", ":/")
    answer = git.begin(*arguments)
    return lambda: _tagged(_not_bare(git, _answered(git, arguments, answer())))


def tree_paths(git: Git, commit: str) -> list[str]:
    """All paths of a commit, sorted by their bytes."""
    arguments = ("ls-tree", "-r", "-z", "--name-only", "--full-tree", commit)
    return _names(_answered(git, arguments, git.ask(*arguments)))


def begin_index_files(git: Git, paths: Sequence[str]) -> Callable[[], dict[str, Tracked]]:
    """Those of the paths that the index holds; none is a pattern or a directory."""
    places = [f":(top,literal){path}" for path in paths]
    arguments = ("ls-files", "-s", "-z", "--full-name", "--", *places)
    answer = git.begin(*arguments)
    return lambda: _files(_answered(git, arguments, answer()), paths, 1)


def begin_tree_files(git: Git, commit: str, paths: Sequence[str]) -> Callable[[], dict[str, Tracked]]:
    """Those of the paths that the commit holds."""
    arguments = ("ls-tree", "-z", "--full-tree", commit, "--", *paths)
    answer = git.begin(*arguments)
    return lambda: _files(_answered(git, arguments, answer()), paths, 2)


def begin_read(git: Git, tracked: Tracked) -> Callable[[], bytes]:
    """The content of a file; GitError where this clone does not have it."""
    answer = git.begin("cat-file", "blob", tracked.id)
    return lambda: _content(tracked, answer())


def in_conflict(paths: Sequence[str]) -> GitError:
    """The error where a merge has left these paths open."""
    more = f" and {len(paths) - SHOWN} more" if len(paths) > SHOWN else ""
    return GitError(
        f"the index has conflicts: {', '.join(paths[:SHOWN])}{more}",
        "resolve them, then: git add " + " ".join(paths[:SHOWN]),
    )


def refused(git: Git, arguments: Sequence[str]) -> GitError:
    """Why git does not answer: it is asked once more, for its words."""
    from trailers.repository.opening import open_repository

    open_repository(git)
    git.run(*arguments)
    return GitError(f"git {arguments[0]} failed, and then did not")


def _not_bare(git: Git, output: str) -> str:
    """What is listed: of nothing git does not say whether there is an index at all."""
    if not output:
        from trailers.repository.top import top_of

        top_of(git)
    return output


def _answered(git: Git, arguments: Sequence[str], output: bytes | None) -> str:
    if output is None:
        raise refused(git, arguments)
    return output.decode("utf-8", "surrogateescape")


def _names(output: str) -> list[str]:
    """What stands before each NUL."""
    names = output.split("\0")
    names.pop()
    return names


def _tagged(output: str) -> list[str]:
    """The paths of `git ls-files -t`: H is cached, S is not in a sparse checkout, M is in conflict."""
    paths = output.split("\0H ")
    if output.startswith("H ") and len(paths) == output.count("\0"):
        # All are cached, for most repositories: a third of the time.
        paths[0] = paths[0].removeprefix("H ")
        paths[-1] = paths[-1].removesuffix("\0")
        return paths
    tagged = _names(output)
    conflicts = [one[2:] for one in tagged if one.startswith("M ")]
    if conflicts:
        raise in_conflict(list(dict.fromkeys(conflicts)))
    return [one[2:] for one in tagged]


def _files(output: str, paths: Sequence[str], place: int) -> dict[str, Tracked]:
    """The files among what `ls-files -s` or `ls-tree` prints; the id is the word at `place`."""
    found = {}
    for line in _names(output):
        head, _, path = line.partition("\t")
        words = head.split(" ")
        if place == 1 and words[2] != "0":
            raise in_conflict([path])
        if path in paths and words[0] != "040000":
            found[path] = Tracked(path, words[0], words[place])
    return found


def _content(tracked: Tracked, data: bytes | None) -> bytes:
    if data is None:
        remedy = f"clone without --filter, or fetch it: git cat-file -e {tracked.id}"
        raise GitError(f"this clone does not have {tracked.path} ({tracked.id})", remedy)
    return data
