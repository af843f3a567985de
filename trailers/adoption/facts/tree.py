"""What is looked at: the paths of a work tree, a reader of its files, and what git's configuration says."""

from trailers.typed import Callable, Iterator, NamedTuple


class Tree(NamedTuple):
    """A work tree, as the edge gives it.

    `paths` are from its top, with `/`: what is tracked, and what is new and not ignored. `top` are the names
    of all that lies at the top, also what is ignored. `read` gives a file's text, line ends as they are; None
    where there is none, or it is no text, or too large. `remote` is the URL of the remote that the work goes
    to, and `default_branch` the branch there; `hooks_path` is `core.hooksPath`. Empty strings where there is
    none.
    """

    paths: tuple[str, ...]
    read: Callable[[str], str | None]
    top: frozenset[str] = frozenset()
    remote: str = ""
    default_branch: str = ""
    hooks_path: str = ""

    def has(self, path: str) -> bool:
        """Whether there is such a file, or a directory with files."""
        return path in self.top or any(self.below(path))

    def below(self, *places: str) -> Iterator[str]:
        """The paths that are one of these places, or below one that is a directory."""
        folders = tuple(f"{place.rstrip('/')}/" for place in places)
        return (path for path in self.paths if path in places or path.startswith(folders))
