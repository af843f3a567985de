"""The shape of a value or a link: a fixed beginning, then a run of certain characters.

Nearly every sign has this shape, which needs no regular expression. The few that have not give a small
pattern for what follows the beginning; it is compiled when the beginning is met for the first time.
"""

from trailers.remembering import remembered
from trailers.typed import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import re

DIGITS = "0123456789"
HEX = DIGITS + "abcdef"
UUID = HEX + "-"
ALNUM = DIGITS + "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"

# More of a run than this need not be looked at: no shape asks for more, and a text may hold many links.
_REACH = 200


class Shape(NamedTuple):
    """`prefix`, then `least` to `most` characters of `alphabet`; with `more`, anything may follow.

    `pattern` stands in place of the run. It must not backtrack.
    """

    prefix: str
    alphabet: str = ""
    least: int = 0
    most: int | None = None
    more: bool = False
    pattern: str = ""


ANYTHING = Shape("", more=True)


def fits(shape: Shape, text: str) -> bool:
    """Whether the whole text has the shape."""
    if shape.more:
        return end_of(shape, text) is not None
    if not text.startswith(shape.prefix):
        return False
    rest = text[len(shape.prefix) :]
    if shape.pattern:
        return _compiled(shape.pattern).fullmatch(rest) is not None
    within = shape.least <= len(rest) and (shape.most is None or len(rest) <= shape.most)
    return within and not rest.strip(shape.alphabet)


def end_of(shape: Shape, text: str, start: int = 0) -> int | None:
    """Where the shape that begins at `start` ends, None where it is not there."""
    if not text.startswith(shape.prefix, start):
        return None
    begin = start + len(shape.prefix)
    near = text[begin : begin + _REACH]
    if shape.pattern:
        match = _compiled(shape.pattern).match(near)
        return None if match is None else begin + match.end()
    run = len(near) - len(near.lstrip(shape.alphabet)) if shape.alphabet else 0
    if shape.most is not None:
        run = min(run, shape.most)
    return begin + run if run >= shape.least else None


@remembered(256)
def _compiled(pattern: str) -> "re.Pattern[str]":
    import re  # 4 ms that most messages do not need

    return re.compile(pattern)
