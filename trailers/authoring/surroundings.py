"""Where an assistant works."""

from trailers.process import Git
from trailers.typed import Mapping, NamedTuple


class Surroundings(NamedTuple):
    """Where an assistant works: `home` is '' where it is not known, `directory` the top of the work tree.

    Without `git` no text of a prompt is written, whatever the policy says.
    """

    environ: Mapping[str, str]
    home: str
    directory: str
    git: Git | None = None
