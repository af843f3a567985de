"""What was typed behind `undersign owners check`."""

from trailers.typed import NamedTuple


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
