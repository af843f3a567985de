"""`undersign secrets baseline audit`: go through a baseline at the terminal, one secret after another."""

from trailers.errors import PolicyError, UsageError
from trailers.output.printable import printable
from trailers.secrets.baseline.audit import context, labelled, located, unlabelled
from trailers.secrets.baseline.baseline import Baseline
from trailers.secrets.baseline.entry import Entry, Label
from trailers.secrets.baseline.writing import write_baseline
from trailers.secrets.found import Found
from trailers.typed import Callable, NamedTuple, Sequence, TextIO

_QUESTION = "Is it a secret? (y)es, (n)o, (s)kip, (b)ack, (q)uit: "
_ANSWERS: dict[str, Label] = {
    **dict.fromkeys(("y", "yes"), "secret"),
    **dict.fromkeys(("n", "no"), "not-a-secret"),
}

# A file's bytes as they were scanned, and its secrets; UndersignError where it cannot be read.
Scan = Callable[[str], tuple[bytes, Sequence[Found]]]


class Terminal(NamedTuple):
    """Where answers come from and questions go to."""

    input: TextIO
    output: TextIO

    def write(self, text: str) -> None:
        """Say something, now."""
        self.output.write(text)
        self.output.flush()


class Audited(NamedTuple):
    """How it ended: how many entries got a label, and how many have none."""

    answered: int
    left: int


def audit(baseline: Baseline, terminal: Terminal, scan: Scan, save: Callable[[str], None]) -> Audited:
    """Ask about each entry that has no label; `save` gets the baseline's new text after every answer.

    UsageError without a terminal, PolicyError for a baseline of detect-secrets, which stays as it is.
    """
    if not (terminal.input.isatty() and terminal.output.isatty()):
        raise UsageError("an audit asks questions, so it needs a terminal", "run it in one, without a pipe")
    if baseline.upstream:
        raise PolicyError(
            f"{baseline.name} is a baseline of detect-secrets, which an audit here does not change",
            f"undersign secrets baseline update {baseline.name}",
        )
    session = _Session(baseline.entries, terminal, scan, save)
    session.run()
    return Audited(len(session.answered), len(unlabelled(session.entries)))


class _Session:
    """The entries as they are now, and which of those without a label is being asked about."""

    def __init__(
        self, entries: tuple[Entry, ...], terminal: Terminal, scan: Scan, save: Callable[[str], None]
    ) -> None:
        self.entries = entries
        self.answered: set[int] = set()
        self._terminal = terminal
        self._scan = scan
        self._save = save
        self._scanned: tuple[str, bytes, Sequence[Found]] = ("", b"", ())

    def run(self) -> None:
        todo = unlabelled(self.entries)
        if not todo:
            self._terminal.write("Every entry has a label.\n")
        at = 0
        while 0 <= at < len(todo):
            self._terminal.write(f"\n{at + 1} of {len(todo)}  {self._described(self.entries[todo[at]])}")
            answer = self._asked()
            if answer == "q":
                break
            if answer in _ANSWERS:
                self.entries = labelled(self.entries, todo[at], _ANSWERS[answer])
                self.answered.add(todo[at])
                self._save(write_baseline(self.entries))
            at = max(0, at - 1) if answer == "b" else at + 1

    def _asked(self) -> str:
        """The answer's letter or word; the end of the input is `q`."""
        while True:
            self._terminal.write(_QUESTION)
            line = self._terminal.input.readline()
            answer = line.strip().lower() if line else "q"
            answer = {"skip": "s", "back": "b", "quit": "q"}.get(answer, answer)
            if answer in _ANSWERS or answer in ("s", "b", "q"):
                return answer

    def _described(self, entry: Entry) -> str:
        data, founds = self._file(entry.path)
        found = located(entry, founds)
        head = printable(entry.path)
        if found is None:
            return f"{head}\n{printable(entry.detector)}: no longer found there\n"
        lines = [
            f"{head}:{found.line}:{found.column}",
            f"{printable(entry.detector)}: {printable(found.what)}",
        ]
        lines += [
            f"{'>' if shown.here else ' '} {shown.number:5} | {printable(shown.text)}"
            for shown in context(data, found, founds)
        ]
        return "\n".join((*lines, ""))

    def _file(self, path: str) -> tuple[bytes, Sequence[Found]]:
        """A file's text and secrets; entries are sorted by path, so the last file is often the next."""
        if self._scanned[0] != path:
            self._scanned = (path, *self._scan(path))
        return self._scanned[1:]
