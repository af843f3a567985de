"""What git is asked first, so that it reads the index while what judges it is loaded."""

from collections.abc import Callable

from trailers.ownership.dialects.registry import PLACES
from trailers.process import Git
from trailers.repository.listing import Tracked, begin_index_files, begin_index_paths
from trailers.typed import NamedTuple


class Begun(NamedTuple):
    """All paths of the index, and what it has at the places where forges look; each to be taken once."""

    paths: Callable[[], list[str]]
    files: Callable[[], dict[str, Tracked]]


def begin_index(git: Git) -> Begun:
    """Let git begin with both."""
    return Begun(begin_index_paths(git), begin_index_files(git, PLACES))
