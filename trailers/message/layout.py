"""Where the lines of a stored message stand for git: title, body, last paragraph, below the scissors.

Lines count from 1. Time is linear in the length of the text.
"""

from trailers.message.lines import BLANK, COMMENT, is_blank, skip_blank_lines
from trailers.message.log_end import log_end, scissors_at
from trailers.message.reading import GENERATED, separator
from trailers.typed import Iterator, Literal, NamedTuple, Sequence

Place = Literal["title", "body", "last", "fenced", "below-scissors"]

_FENCES = ("```", "~~~")


class Layout(NamedTuple):
    """Which lines are what. `last` is the paragraph that git looks for trailers in; it may be the title.

    `strangers` are the lines of `last` that are no trailers and continue none. `scissors` is 0 where
    there are none. `fenced` are the lines of Markdown's code blocks, the fences included.
    """

    title: range
    last: range
    strangers: tuple[int, ...]
    fenced: frozenset[int]
    scissors: int

    def place(self, number: int) -> Place:
        """Where a line stands."""
        if self.scissors and number > self.scissors:
            return "below-scissors"
        if number in self.fenced:
            return "fenced"
        if number in self.title:
            return "title"
        return "last" if number in self.last else "body"


def read_layout(text: str, lines: Sequence[str]) -> Layout:
    """The layout of a stored message; `lines` are those of the text, split at LF."""
    subject = skip_blank_lines(text)
    cut = scissors_at(text, subject)
    first = text.count("\n", 0, subject)
    end = log_end(text, subject)
    after = text.count("\n", 0, end) + (end == len(text))
    last = _last_paragraph(lines, first, after)
    return Layout(
        title=_numbers(first, _paragraph_end(lines, first, after)),
        last=_numbers(last.start, last.stop),
        strangers=tuple(index + 1 for index in _strangers(lines, last)),
        fenced=frozenset(_fenced(lines)) if any(fence in text for fence in _FENCES) else frozenset(),
        scissors=0 if cut < 0 else text.count("\n", 0, cut) + 1,
    )


def _numbers(start: int, stop: int) -> range:
    return range(start + 1, stop + 1)


def _paragraph_end(lines: Sequence[str], index: int, after: int) -> int:
    while index < after and not is_blank(lines[index]):
        index += 1
    return index


def _last_paragraph(lines: Sequence[str], first: int, after: int) -> range:
    """The indexes of the last paragraph with more than comments in it, as git looks for it backwards."""
    stop = 0
    for index in range(after - 1, first - 1, -1):
        if lines[index].startswith(COMMENT):
            continue
        if not is_blank(lines[index]):
            stop = stop or index + 1
        elif stop:
            return range(index + 1, stop)
    return range(first, stop or first)


def _strangers(lines: Sequence[str], paragraph: range) -> Iterator[int]:
    in_trailer = False
    for index in paragraph:
        line = lines[index]
        if line.startswith(COMMENT):
            in_trailer = False
        elif line[0] not in BLANK:
            in_trailer = line.startswith(GENERATED) or separator(line) >= 1
            if not in_trailer:
                yield index
        elif not in_trailer:
            yield index


def _fenced(lines: Sequence[str]) -> Iterator[int]:
    """The numbers of the lines in fenced code blocks; a fence that nothing closes opens none."""
    opened = 0
    fence = ""
    for number, line in enumerate(lines, 1):
        text = line.strip(BLANK)
        if not opened and text.startswith(_FENCES):
            opened, fence = number, text[: len(text) - len(text.lstrip(text[0]))]
        elif opened and text.startswith(fence) and not text.strip(fence[0]):
            yield from range(opened, number + 1)
            opened = 0
