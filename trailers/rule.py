"""A rule: one check with a stable id. Its page is the docstring of the module that defines it."""

from trailers.finding import Finding, Severity
from trailers.typed import NamedTuple


class Rule(NamedTuple):
    """What is known of a rule without running it.

    `id` is stable for ever (`US101`); `name` is what a policy and people may call it;
    `severity` is the default, which a policy can change; `owner` is the room that keeps it.
    """

    id: str
    name: str
    severity: Severity
    owner: str
    page: str

    def finding(
        self, message: str, remedy: str, *, line: int | None = None, severity: Severity | None = None
    ) -> Finding:
        """A finding of this rule, at its default severity if none is given, not yet placed in a commit."""
        return Finding(self.id, severity or self.severity, message, remedy, line=line)
