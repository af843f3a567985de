"""What a check tells of a repository's set-up."""

from trailers.typed import Literal, NamedTuple

State = Literal["ok", "warning", "problem", "unknown"]
Topic = Literal[
    "setup",
    "version",
    "policy",
    "hooks",
    "ci",
    "protection",
    "owners",
    "environment",
    "clone",
    "assistants",
    "secrets",
]


class Diagnosis(NamedTuple):
    """One thing that is right, wrong, or not to be seen from here.

    `check` is a stable name. `what` is a sentence; `why` says what follows from it, `remedy` is a command or
    a line to paste; both are empty where all is well. `path` and `line` say where it stands, if anywhere.
    """

    topic: Topic
    check: str
    state: State
    what: str
    why: str = ""
    remedy: str = ""
    path: str | None = None
    line: int | None = None
