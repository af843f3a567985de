"""A section between two marks in a file of lines: AGENTS.md, config.toml. The rest stays byte for byte.

The section stands at the end, a blank line below what was there. It ends with a line feed where that did, so
that what was there can be told from it.
"""

from trailers.errors import UsageError
from trailers.installing.change import Change, edited, made, removed, same
from trailers.installing.edit import Edit
from trailers.typed import NamedTuple


class Marks(NamedTuple):
    """The lines around a section."""

    begin: str
    end: str


MARKDOWN = Marks("<!-- undersign: begin -->", "<!-- undersign: end -->")
TOML = Marks("# undersign: begin", "# undersign: end")


def put_section(text: str | None, marks: Marks, content: str) -> Change:
    """The change that puts the section in, or makes its content this one. `content` has whole lines."""
    found = _find(text, marks) if text else None
    # A section that stands there ends its lines as it was written, in whatever else.
    from_here = found[0] + len(marks.begin) if found else 0
    windows = text is not None and (text.startswith("\r\n", from_here) if found else "\r\n" in text)
    newline = "\r\n" if windows else "\n"
    section = f"{marks.begin}\n{content}{marks.end}".replace("\n", newline)
    if text is None:
        return made(section + "\n")
    if found:
        start, end = found
        return same(text) if text[start:end] == section else edited(text, [Edit(start, end, section)])
    if not text:
        gap, last = "", ""
    elif text.endswith("\n"):
        gap, last = newline, newline
    else:
        gap, last = newline * 2, ""
    return edited(text, [Edit(len(text), len(text), gap + section + last)])


def take_section(text: str | None, marks: Marks) -> Change:
    """The change that takes the section out."""
    found = _find(text, marks) if text else None
    if text is None or found is None:
        return same(text)
    start, end = found
    newline = "\r\n" if text.startswith("\r\n", end) or text.endswith("\r\n", 0, start) else "\n"
    ended = text.startswith(newline, end)
    if start == 0 and end + len(newline) == len(text) and ended:
        return removed(text, None)
    gaps = 1 if ended else 2
    if ended:
        end += len(newline)
    while gaps and text.endswith(newline, 0, start):
        start -= len(newline)
        gaps -= 1
    return edited(text, [Edit(start, end, "")])


def _find(text: str, marks: Marks) -> tuple[int, int] | None:
    """Where the section stands, from its first mark to the end of its last one."""
    if text.count(marks.begin) + text.count(marks.end) == 0:
        return None
    start, end = text.find(marks.begin), text.find(marks.end)
    if text.count(marks.begin) != 1 or text.count(marks.end) != 1 or end < start:
        problem = f"the marks {marks.begin} and {marks.end} do not stand there once each, in this order"
        raise UsageError(problem, "mend the file, and run this again")
    return start, end + len(marks.end)
