"""What `undersign owners check` does: what was typed, and git begun before the rest of us is loaded."""

from typing import NamedTuple

from trailers.cli.console import git_in
from trailers.verify.owners.begun import begin_index


class Asked(NamedTuple):
    """What to check: the index, or the commit `to`, where `base` is given only what differs from it.

    `file` is a path in the repository, `baseline` one of the file system; empty where nothing was typed.
    """

    directory: str = "."
    base: str = ""
    to: str = ""
    file: str = ""
    dialect: str = ""
    baseline: str = ""
    write_baseline: bool = False
    strict: bool = False


def check_owners(asked: Asked, format_: str = "text", color: str = "auto") -> int:
    """Judge, print the report, and give the exit code."""
    of_commit = bool(asked.base or asked.to)
    # git reads the index while we load what judges it.
    begun = None if of_commit else begin_index(git_in(asked.directory))
    from trailers.cli.owners.checking import check

    return check(asked, format_, color, begun)
