"""One entry of a baseline: which secret of which file is let stand."""

from trailers.typed import Literal, NamedTuple

Label = Literal["", "secret", "not-a-secret"]


class Entry(NamedTuple):
    """The file, who found the secret, and the hash of its value, which is never here itself.

    `path` is relative to the repository, with slashes. `label` is what an audit said of it, `reason` what
    somebody wrote. `line` is where the entry stands in the baseline's own file, from 1; 0 is nowhere yet.
    """

    path: str
    detector: str
    fingerprint: str
    label: Label = ""
    reason: str = ""
    line: int = 0
