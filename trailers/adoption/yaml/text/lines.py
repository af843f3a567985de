"""Where a text in lines is added to: the end of a line, of the comments below it, and of all of the text."""

import re

from trailers.installing.edit import Edit

_COMMENT = re.compile(r"[ \t]+#[^\r\n]*(?:\r\n|\n|\Z)")


def newline_of(text: str) -> str:
    """How the first line of the text ends."""
    return "\r\n" if re.match(r"[^\n]*\r\n", text) else "\n"


def after_line(text: str, position: int, limit: int) -> int:
    """The start of the line below the one that the position is on, or of a later one, not beyond `limit`.

    Comments that are indented and follow without an empty line stay above.
    """
    if position and text[position - 1] == "\n":  # a block scalar ends where the next line begins
        place = position
    else:
        found = text.find("\n", position)
        place = len(text) if found < 0 else found + 1
    while place < limit and (comment := _COMMENT.match(text, place)):
        place = comment.end()
    return min(place, limit)


def inserted(text: str, place: int, lines: str) -> Edit:
    """The edit that puts whole lines at the start of a line or at the end of the text, with its line ends."""
    newline = newline_of(text)
    lines = lines.replace("\n", newline)
    if place and text[place - 1] != "\n":
        return Edit(place, place, newline + lines.removesuffix(newline))
    return Edit(place, place, lines)
