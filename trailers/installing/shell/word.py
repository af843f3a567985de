"""The words and commands of a shell command line."""

from trailers.typed import NamedTuple


class Word(NamedTuple):
    """A word without its quotes. `known` is False where the shell would put in what nobody knows here."""

    text: str
    known: bool = True


class Command(NamedTuple):
    """A simple command: its words, and what it reads and writes.

    `stdin` is a here-document or a here-string; `target` the file that standard output goes to.
    `opens` and `closes` count the brackets of subshells before the command and behind it.
    """

    words: tuple[Word, ...]
    stdin: Word | None = None
    target: Word | None = None
    opens: int = 0
    closes: int = 0


class Draft:
    """A command that is being read."""

    def __init__(self) -> None:
        self.words: list[Word] = []
        self.stdin: list[Word] | None = None
        self.target: Word | None = None
        self.opens = self.closes = 0

    def is_there(self) -> bool:
        return bool(self.words) or self.stdin is not None or self.target is not None

    def command(self) -> Command:
        stdin = self.stdin[0] if self.stdin else None
        return Command(tuple(self.words), stdin, self.target, self.opens, self.closes)


class NotUnderstoodError(Exception):
    """The command line does not end where it should, or is nested too deep."""
