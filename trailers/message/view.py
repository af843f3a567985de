"""A message as git will read it, with the offsets of the text at hand.

What a hook is handed holds lines that git drops before it stores the message (see `cleanup`). They are
blotted out here, length for length, so that an offset means the same place in both.
"""

from typing import NamedTuple

from trailers.message.cleanup import Cleanup, cut_at
from trailers.message.lines import COMMENT, is_blank, line_before, line_end, skip_blank_lines
from trailers.message.log_end import log_end
from trailers.message.reading import Block, read_block
from trailers.message.regrouping import is_formal


class View(NamedTuple):
    """`text` as git will read it; its log message is `text[subject:end]`; its trailers are in `block`.

    `untitled` where the first line is left blank, for the title, above trailers.
    """

    text: str
    subject: int
    end: int
    block: Block
    untitled: bool

    def content_end(self, floor: int) -> int:
        """The offset after the last line from `floor` on that is neither blank nor a comment."""
        stop = self.end
        while stop > floor:
            bol = line_before(self.text, floor, stop)
            line = self.text[bol:stop]
            if not is_blank(line) and not line.startswith(COMMENT):
                return stop
            stop = bol
        return floor


def view_of(text: str, cleanup: Cleanup | None = None) -> View:
    """How git will read the text: a stored message, or a handed one that awaits `cleanup`."""
    if cleanup is not None:
        text = text[: cut_at(text, cleanup)]
        if cleanup.mode == "strip":
            text = _without_comments(text, cleanup.comment)
    subject = skip_blank_lines(text)
    end = log_end(text, subject)
    block = read_block(text)
    below_room = _read_below_room(text) if block.start == block.end else None
    return View(text, subject, end, below_room or block, below_room is not None)


def whole_lines(text: str) -> list[str]:
    """The lines of a text, each with its LF, which the last may lack."""
    *lines, last = text.split("\n")
    return [*(line + "\n" for line in lines), last] if last else [line + "\n" for line in lines]


def _without_comments(text: str, comment: str) -> str:
    """Comments as blanks above the title, where they would stand for it, and as `#####` below it."""
    lines = text.split("\n")
    above_title = True
    for index, line in enumerate(lines):
        if line.startswith(comment):
            lines[index] = (" " if above_title else COMMENT) * len(line)
        elif not is_blank(line):
            above_title = False
    return "\n".join(lines)


def _read_below_room(text: str) -> Block | None:
    """The trailers below a first line that is blank, room for a title; None where there are none.

    To git they are the title while nobody has written one. A title like `docs: mend a link` reads as a
    trailer too, so only keys count that no title begins with.
    """
    if not is_blank(text[: line_end(text, 0)]) or not text:
        return None
    start, end, trailers, strangers = read_block("x" + text)
    if not trailers or strangers or not all(is_formal(trailer.key) for trailer in trailers):
        return None
    return Block(start - 1, end - 1, trailers, strangers)
