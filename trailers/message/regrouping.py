"""Part the lines of a mixed paragraph: first what is no trailer, then the trailers."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from trailers.message.lines import BLANK, COMMENT, is_blank
from trailers.message.reading import separator

# Keys without a hyphen that stand for a trailer in any project, and never begin a sentence.
_FORMAL = frozenset(("Bug", "Cc", "CC", "Closes", "Fixes", "Issue", "Link", "Ref", "Refs"))


class Groups(NamedTuple):
    """Indexes of lines: what is no trailer, the trailers with what continues them, blank lines at the end."""

    strangers: tuple[int, ...]
    trailers: tuple[int, ...]
    blanks: tuple[int, ...]


def is_formal(key: str) -> bool:
    """Whether the key can hardly be the first word of a title or of a sentence: `Signed-off-by`."""
    return key in _FORMAL or (key[:1].isupper() and "-" in key)


def part(lines: Sequence[str], is_trailer: Callable[[str], bool] | None = None) -> Groups:
    """Part the lines of a paragraph; a comment and a continuation go with the line above them."""
    strangers: list[int] = []
    trailers: list[int] = []
    blanks: list[int] = []
    group = strangers
    for index, line in enumerate(lines):
        if is_blank(line):
            blanks.append(index)
            continue
        if not line.startswith(COMMENT) and line[0] not in BLANK:
            group = trailers if (is_trailer or _is_trailer)(line) else strangers
        group.append(index)
    return Groups(tuple(strangers), tuple(trailers), tuple(blanks))


def _is_trailer(line: str) -> bool:
    return separator(line) >= 1
