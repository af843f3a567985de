"""What a scan finds: a secret and where it stands. Its value is for judging and never for printing."""

from trailers.finding import Severity
from trailers.typed import NamedTuple


class Found(NamedTuple):
    """One secret in one text.

    `line` and `column` count from 1, columns in characters; `what` names it for people ("a GitHub personal
    access token"). `secret` is its value, undecodable bytes as lone surrogates: no output, log, baseline or
    error message may hold it, and neither does the `repr`.
    """

    rule: str
    detector: str
    line: int
    column: int
    secret: str
    what: str
    severity: Severity = "error"

    def __repr__(self) -> str:
        return (
            f"Found({self.rule}, {self.detector}, {self.line}:{self.column}, {len(self.secret)} characters)"
        )
