"""What git is asked first, so that it reads the index while what judges it is loaded."""

from trailers.ownership.dialects.registry import PLACES
from trailers.process import Git
from trailers.repository.listing import Tracked, begin_contents, begin_index_paths, begin_tree_files
from trailers.typed import Callable, NamedTuple


class Begun(NamedTuple):
    """All paths of the index, and what HEAD has where forges look: the files, and contents by their ids.

    Each is to be taken once.
    """

    paths: Callable[[], list[str]]
    files: Callable[[], dict[str, Tracked]]
    contents: Callable[[], dict[str, bytes]]


def begin_index(git: Git) -> Begun:
    """Let git begin with all of it."""
    return Begun(
        begin_index_paths(git), begin_tree_files(git, "HEAD", PLACES), begin_contents(git, "HEAD", PLACES)
    )
