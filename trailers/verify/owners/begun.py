"""What git is asked first, so that it reads the index while what judges it is loaded."""

from trailers.ownership.dialects.registry import PLACES
from trailers.process import Git
from trailers.repository.committed import Committed, begin_committed
from trailers.repository.listing import begin_index_paths
from trailers.typed import Callable, NamedTuple


class Begun(NamedTuple):
    """All paths of the index, and what HEAD has where forges look; each to be taken once."""

    paths: Callable[[], list[str]]
    committed: Callable[[], Committed]


def begin_index(git: Git) -> Begun:
    """Let git begin with both."""
    return Begun(begin_index_paths(git), begin_committed(git, "HEAD", PLACES))
