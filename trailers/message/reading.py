"""Read the trailers of a stored message exactly as git does, under git's default configuration.

The rules are those of git's `trailer.c` (`find_end_of_log_message`, `find_trailer_block_start`,
`parse_trailers`) as `git log --format='%(trailers:only,unfold)'` calls them: without a divider,
from the subject on. They have not changed between git 2.30 and 2.55.
A differential test holds this reader against git itself.

Offsets are into the text as given; git stops at the first NUL, and so does this reader.
Time is linear in the length of the text.
"""

from trailers.message.lines import (
    BLANK,
    COMMENT,
    is_blank,
    line_before,
    line_end,
    skip_blank_lines,
)
from trailers.message.log_end import log_end
from trailers.message.trailer import Trailer
from trailers.typed import Iterator, NamedTuple

# Lines that git itself writes: one of them makes a block of mixed lines acceptable.
GENERATED = ("Signed-off-by: ", "(cherry picked from commit ")

_KEY = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-")


class Block(NamedTuple):
    """Where git sees the trailers: `text[start:end]`; start == end where there are none.

    `strangers` are the lines of the block (counted from 1 in the text) that are no trailers,
    which git accepts beside enough trailers and a sign-off.
    """

    start: int
    end: int
    trailers: tuple[Trailer, ...]
    strangers: tuple[int, ...]


def read_trailers(text: str) -> tuple[Trailer, ...]:
    """The trailers of a stored message, as git sees them."""
    return read_block(text).trailers


def read_block(text: str) -> Block:
    """The trailer block of a stored message, as git sees it."""
    nul = text.find("\0")
    if nul >= 0:
        text = text[:nul]
    subject = skip_blank_lines(text)
    end = log_end(text, subject)
    start = _block_start(text, subject, end)
    first_line = text.count("\n", 0, start) + 1
    return _parse(text[start:end], first_line, (start, end))


def separator(line: str) -> int:
    """The index of the colon after a key, or -1: `find_separator` of trailer.c.

    0 stands for a line that starts with the colon: such a line has no key.
    """
    colon = line.find(":")
    if colon < 0:
        return -1
    key = line[:colon].rstrip(" \t")
    if not key:
        return 0 if colon == 0 else -1
    return colon if _KEY.issuperset(key) else -1


def _block_start(text: str, subject: int, end: int) -> int:
    """Where the last paragraph begins if git takes it for trailers, else `end`."""
    title_end = _title_end(text, subject, end)
    trailers = others = continuations = 0
    generated = False
    only_blank = True
    stop = end
    while stop > title_end:
        bol = line_before(text, subject, stop)
        if bol < title_end:
            break
        line = text[bol:stop]
        stop = bol
        if line.startswith(COMMENT):
            others += continuations
            continuations = 0
        elif is_blank(line):
            if only_blank:
                continue
            others += continuations
            accepted = (generated and trailers * 3 >= others) or (trailers and not others)
            return bol + len(line) if accepted else end
        else:
            only_blank = False
            if line.startswith(GENERATED):
                generated = True
                trailers += 1
                continuations = 0
            elif line[0] in BLANK:
                continuations += 1
            elif separator(line) >= 1:
                trailers += 1
                continuations = 0
            else:
                others += 1 + continuations
                continuations = 0
    return end


def _title_end(text: str, subject: int, end: int) -> int:
    """The offset of the first blank line: what is above it is the title and has no trailers."""
    bol = subject
    while bol < end:
        eol = line_end(text, bol)
        line = text[bol:eol]
        if not line.startswith(COMMENT) and is_blank(line):
            return bol
        bol = eol
    return end


def _parse(block: str, first_line: int, span: tuple[int, int]) -> Block:
    trailers = []
    strangers = []
    for number, line, continuations in _logical_lines(block, first_line):
        colon = separator(line)
        if colon >= 1:
            value = "\n".join([line[colon + 1 :], *continuations]).strip(BLANK)
            key = line[:colon].strip(BLANK)
            trailers.append(Trailer(key, _unfold(value), number, "\n" in value))
        elif not (is_blank(line) or line.startswith(COMMENT)):
            strangers.append(number)
    return Block(*span, tuple(trailers), tuple(strangers))


def _logical_lines(block: str, number: int) -> Iterator[tuple[int, str, list[str]]]:
    """Each line with its number and, for a trailer, the lines that continue it."""
    line: str | None = None
    start = number
    continuations: list[str] = []
    for following in block.split("\n"):
        if line is not None and following[:1] in BLANK and separator(line) >= 1:
            continuations.append(following)
        else:
            if line is not None:
                yield start, line, continuations
            start, line, continuations = number, following, []
        number += 1
    if line is not None:
        yield start, line, continuations


def _unfold(value: str) -> str:
    """Put a value on one line: each line end and the blanks after it become one blank."""
    if "\n" not in value:
        return value
    first, *rest = value.split("\n")
    return " ".join([first, *(line.lstrip(BLANK) for line in rest)]).strip(BLANK)
