"""How many findings of one file are told one by one: what a file full of them costs stays in bounds."""

from trailers.finding import Finding, Severity
from trailers.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from trailers.verify.secrets.looked import Looked
    from trailers.verify.secrets.source import Source

MOST_TOLD = 1000  # findings of a file that are told one by one; the others are counted
MOST = 10_000  # errors of a file, after which no further piece of it is read

_REMEDY = "mend the file, or leave it out: exclude in [secrets] of the policy"
_ORDER: tuple[Severity, ...] = ("note", "warning", "error")


class Cap:
    """The findings of one file, over all of its pieces."""

    def __init__(self) -> None:
        self.told = 0
        self.errors = 0
        self.untold = 0
        self.worst: tuple[int, str] = (0, "")

    def tells(self, rule: str, severity: Severity) -> bool:
        """Count a finding; whether it is told."""
        self.errors += severity == "error"
        if self.told < MOST_TOLD:
            self.told += 1
            return True
        self.untold += 1
        if not self.worst[1] or _ORDER.index(severity) > self.worst[0]:
            self.worst = _ORDER.index(severity), rule
        return False

    @property
    def is_full(self) -> bool:
        """Whether nobody would read more of it."""
        return self.errors >= MOST

    def close(self, looked: "Looked", source: "Source") -> None:
        """Say how many more there are."""
        if self.untold:
            severity, rule = self.worst
            message = f"and {self.untold:,} more findings in this file: the first {MOST_TOLD:,} are told"
            looked.findings.append(
                Finding(rule, _ORDER[severity], message, _REMEDY, source.commit, source.path or None)
            )
            looked.tally("untold", self.untold - 1)
