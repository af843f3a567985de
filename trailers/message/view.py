"""A message as git will store and read it, with the way back to the lines of the text at hand.

What a hook is handed holds lines that git drops before it stores the message (see `cleanup`).
Lines count from 1; as the number of a line after which something goes, 0 is the very beginning.
"""

from trailers.message.cleanup import Cleanup, stored_lines, whole_lines
from trailers.message.lines import COMMENT, is_blank, line_end, skip_blank_lines
from trailers.message.log_end import log_end
from trailers.message.reading import Block, read_block
from trailers.message.regrouping import is_formal
from trailers.typed import NamedTuple, Sequence


class View(NamedTuple):
    """The lines that git will store; `numbers` are theirs in the text at hand, None where they are the same.

    `subject` is the number of the first line that is not blank, `last` that of the last one that belongs
    to the log message. `untitled` where the first line is left blank, for the title, above trailers.
    """

    lines: Sequence[str]
    numbers: Sequence[int] | None
    subject: int
    last: int
    block: Block
    untitled: bool

    @property
    def has_block(self) -> bool:
        """Whether git takes the last paragraph for trailers."""
        return self.block.start < self.block.end

    def origin(self, number: int) -> int:
        """The number in the text at hand of a line that git will store; 0 stays 0."""
        return self.numbers[number - 1] if self.numbers and number else number

    def last_content(self) -> int:
        """The last line of the log message that is neither blank nor a comment, or else the subject.

        A subject that looks like a comment, `#12 mend it`, is a title all the same.
        """
        for number in range(self.last, self.subject, -1):
            if not is_idle(self.lines[number - 1]):
                return number
        return self.subject if self.subject <= self.last else 0

    def block_lines(self) -> range:
        """The lines of git's block, without what it passes over at its end."""
        text = "".join(self.lines)
        return range(text.count("\n", 0, self.block.start) + 1, self.last_content() + 1)


def view_of(text: str, cleanup: Cleanup | None = None) -> View:
    """How git will read the text: a stored message, or a handed one that awaits `cleanup`."""
    has_room = bool(text) and is_blank(text[: line_end(text, 0)])
    numbers = None
    if cleanup is not None:
        stored = list(stored_lines(text, cleanup))
        numbers = [number for number, _ in stored]
        text = "".join(line for _, line in stored)
    subject = skip_blank_lines(text)
    block = read_block(text)
    below_room = _read_below_room(text, subject) if has_room and block.start == block.end else None
    return View(
        lines=whole_lines(text),
        numbers=numbers,
        subject=text.count("\n", 0, subject) + 1,
        last=len(whole_lines(text[: log_end(text, subject)])),
        block=below_room or block,
        untitled=below_room is not None,
    )


def is_idle(line: str) -> bool:
    """Whether git passes over the line where it looks for trailers."""
    return is_blank(line) or line.startswith(COMMENT)


def _read_below_room(text: str, subject: int) -> Block | None:
    """The trailers that stand where a title should, below room for one; None where they do not.

    To git they are the title while nobody has written one. A title like `docs: mend a link` reads as a
    trailer too, so only keys count that no title begins with.
    """
    title = "x\n\n"
    start, end, trailers, strangers = read_block(title + text[subject:])
    if start != len(title) or strangers or not all(is_formal(trailer.key) for trailer in trailers):
        return None
    down = text.count("\n", 0, subject) - title.count("\n")
    shifted = tuple(trailer._replace(line=trailer.line + down) for trailer in trailers)
    return Block(subject, subject + end - start, shifted, ())
