"""A marker: something in a commit that betrays an assistant, and how sure that is.

`certain` and `strong` markers fail, `medium` ones warn, and a `weak` one counts only beside a stronger one.
"""

from trailers.typed import Literal, NamedTuple

Confidence = Literal["certain", "strong", "medium", "weak"]
Where = Literal["author", "committer", "co-author", "trailer", "body", "url", "branch"]

RANK: dict[Confidence, int] = {"certain": 0, "strong": 1, "medium": 2, "weak": 3}

_LONGEST = 120


class Sign(NamedTuple):
    """A row of our tables: whose sign it is, how sure, and who says so (a key of `sources.SOURCES`)."""

    assistant: str
    confidence: Confidence
    source: str


class Marker(NamedTuple):
    """A sign that a commit shows.

    `assistant` is an id (`claude-code`, see `names.NAMES`); `text` is what matched, on one line and cut
    at 120 characters; `line` counts from 1 in the message, None where the sign is not in the message.
    """

    assistant: str
    where: Where
    confidence: Confidence
    text: str
    line: int | None


def marker(sign: Sign, where: Where, text: str, line: int | None = None) -> Marker:
    """The marker that a sign makes at a place."""
    shown = text.replace("\n", " ").strip(" \t\r")
    if len(shown) > _LONGEST:
        shown = shown[: _LONGEST - 1] + "…"
    return Marker(sign.assistant, where, sign.confidence, shown, line)
