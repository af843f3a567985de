"""What is to be done: files and what becomes of them, and what a person is told besides."""

from trailers.installing.change import Change
from trailers.typed import Callable, NamedTuple

Read = Callable[[str], str | None]  # a file's text, None where there is none; UsageError where it is not ours


class Planned(NamedTuple):
    """A file, and what becomes of it."""

    path: str
    change: Change


class Plan(NamedTuple):
    """The files in the order in which they are written; and the notes."""

    files: tuple[Planned, ...] = ()
    notes: tuple[str, ...] = ()
