"""Cutting a CODEOWNERS file into lines, and a line into its pattern, its owners and its comment.

As GitHub and Bitbucket Cloud have it: space and tab delimit, a backslash before one of them keeps it in the
pattern, and a word that begins with `#` begins a comment, in the middle of a line too.
"""

from trailers.typed import NamedTuple

BLANK = " \t"
BYTE_ORDER_MARK = "\ufeff"


class Token(NamedTuple):
    """A word of a line; `column` counts characters from 1."""

    text: str
    column: int


def lines_of(text: str) -> tuple[str, ...]:
    """The lines without their ends, LF or CRLF, and without a byte order mark before the first.

    What follows the last line end is a line only where there is something. Nothing else ends a line.
    """
    lines = text.removeprefix(BYTE_ORDER_MARK).split("\n")
    if "\r" in text:
        lines = [line.removesuffix("\r") for line in lines]
    if not lines[-1]:
        lines.pop()
    return tuple(lines)


def tokens_of(line: str) -> tuple[Token, ...]:
    """The pattern and the owners of a line, in order; none where it is blank or a comment."""
    return _cut(line)[0]


def comment_of(line: str) -> Token | None:
    """The comment at a line's end, with its `#`."""
    return _cut(line)[1]


def _cut(line: str) -> tuple[tuple[Token, ...], Token | None]:
    flat = line.replace("\t", " ")
    tokens: list[Token] = []
    at = _word(flat, 0)
    while at < len(flat):
        if flat[at] == "#":
            return tuple(tokens), Token(line[at:].rstrip(BLANK), at + 1)
        end = _end(flat, at) if tokens else _end_of_pattern(flat, at)
        tokens.append(Token(line[at:end], at + 1))
        at = _word(flat, end)
    return tuple(tokens), None


def _word(flat: str, at: int) -> int:
    """Where the next word begins; the end of the line where there is none."""
    while at < len(flat) and flat[at] == " ":
        at += 1
    return at


def _end(flat: str, at: int) -> int:
    end = flat.find(" ", at)
    return len(flat) if end < 0 else end


def _end_of_pattern(flat: str, at: int) -> int:
    """The next blank without an odd number of backslashes before it. Each is counted for one blank only."""
    end = _end(flat, at)
    while end < len(flat):
        before = flat[at:end]
        if (len(before) - len(before.rstrip("\\"))) % 2 == 0:
            break
        at, end = end + 1, _end(flat, end + 1)
    return end
