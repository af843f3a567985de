"""The terminal at which a person answers: for what an assistant must not do."""

import os
from contextlib import contextmanager

from trailers.assistants.environment import at_keyboard
from trailers.errors import UsageError
from trailers.typed import IO, Iterator, NamedTuple


class Terminal(NamedTuple):
    """The process's controlling terminal, whatever standard input and output are."""

    reading: IO[str]
    writing: IO[str]

    def show(self, text: str) -> None:
        """Print."""
        self.writing.write(text)

    def agrees(self, question: str) -> bool:
        """Whether the answer is yes. Nothing, and the end of input, is no."""
        self.writing.write(f"{question} ")
        self.writing.flush()
        return self.reading.readline().strip().lower() in ("y", "yes")


@contextmanager
def own_terminal() -> Iterator[Terminal | None]:
    """The process's terminal; None where it has none."""
    try:
        device = os.open("/dev/tty", os.O_RDWR | os.O_NOCTTY)
    except OSError:
        device = -1
    if device < 0:
        yield None
        return
    with (
        open(device, encoding="utf-8", errors="replace") as reading,
        open(os.dup(device), "w", encoding="utf-8", errors="backslashreplace") as writing,
    ):
        yield Terminal(reading, writing)


@contextmanager
def terminal_of_a_person(verb: str, command: str) -> Iterator[Terminal]:
    """The terminal. UsageError where an assistant runs this, or nobody is there to answer."""
    remedy = f"in a terminal of your own: {command}"
    assistant = at_keyboard(os.environ, has_terminal=True)
    if assistant is not None:
        why = f"{assistant.name} runs this ({assistant.source} is set): only a person can {verb}"
        raise UsageError(why, remedy)
    with own_terminal() as terminal:
        if terminal is None:
            raise UsageError(f"there is no terminal to ask at: only a person at one can {verb}", remedy)
        yield terminal
