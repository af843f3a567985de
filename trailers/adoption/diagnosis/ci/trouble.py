"""What is found wrong with a place in CI that runs undersign."""

from trailers.adoption.diagnosis.diagnosis import Diagnosis, State
from trailers.typed import NamedTuple


class Trouble(NamedTuple):
    """A diagnosis before its file is known; `line` is where, None where the whole file is meant."""

    check: str
    state: State
    what: str
    why: str
    remedy: str
    line: int | None = None

    def of(self, path: str) -> Diagnosis:
        """The diagnosis about a file."""
        return Diagnosis("ci", *self[:5], path, self.line)
