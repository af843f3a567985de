"""What a look gets from the edge, and what it gives back."""

from trailers.typed import TYPE_CHECKING, Callable, Mapping, NamedTuple
from trailers.verify.secrets.governing import Governing
from trailers.verify.secrets.looked import Looked

if TYPE_CHECKING:
    from trailers.process import Git

HERE = "."


class Edge(NamedTuple):
    """What the edge has: its environment, where to keep compiled databases, and standard input.

    `progress` is told how many sources or commits were looked at, and `keeps` is for who makes a baseline.
    """

    environ: Mapping[str, str]
    cache: str
    read_stdin: Callable[[int], bytes]
    progress: Callable[[int], None] | None = None
    keeps: bool = False

    def git(self) -> "Git":
        """The git of the current directory, which plain files do without."""
        from trailers.process import Git
        from trailers.scrubbing import scrubbed

        return Git(HERE, scrubbed(self.environ))


class Seen(NamedTuple):
    """What was looked at, and what governed it."""

    looked: Looked
    governing: Governing
