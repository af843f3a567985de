"""A finding: which rule, where, what is wrong and how to mend it."""

from trailers.typed import Literal, NamedTuple

Severity = Literal["error", "warning", "note"]


class Finding(NamedTuple):
    """One thing that a rule found.

    `remedy` can be pasted: a command, or the line to write. `line` and `column` count from 1;
    they refer to `path` where it is given, else to the commit's message. `type` names what a secret is,
    and `hash` is its SHA-1, where detect-secrets would tell it.
    """

    rule: str
    severity: Severity
    message: str
    remedy: str
    commit: str | None = None
    path: str | None = None
    line: int | None = None
    column: int | None = None
    type: str | None = None
    hash: str | None = None
