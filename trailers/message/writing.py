"""Write trailers into a message, and take them out, without disturbing the rest.

A message is a stored one, or one that a hook is handed: then its `Cleanup` says which of its lines git
will drop, and what is written stands where git will read it in what it stores.
Everything else stays byte for byte. A value is never folded.
"""

from trailers.errors import MessageError
from trailers.message.cleanup import Cleanup, whole_lines
from trailers.message.lines import BLANK, is_blank
from trailers.message.reading import separator
from trailers.message.regrouping import trailer_runs
from trailers.message.trailer import Trailer
from trailers.message.view import View, is_idle, view_of
from trailers.typed import Callable, Collection, Iterable, Sequence


def add_trailers(text: str, trailers: Iterable[Trailer], cleanup: Cleanup | None = None) -> str:
    """The message with the trailers at the end of git's trailer block, or in a new last paragraph.

    One whose key (in any case) and value stand there already is not added again, as with git's
    `addIfDifferent`. A message without a title gets its trailers below room for one, as from
    `git commit -s`. MessageError for what cannot be a trailer, and for a message with a NUL byte.
    """
    ended = _ended(text)
    view = _view(ended, cleanup)
    present = {identity(trailer) for trailer in view.block.trailers}
    lines = []
    for trailer in trailers:
        line = trailer_line(trailer, cleanup)
        if identity(trailer) not in present:
            present.add(identity(trailer))
            lines.append(line)
    if not lines:
        return text
    if view.has_block:
        return _insert(ended, view.origin(view.last_content()), lines)
    return _insert_paragraph(ended, view, lines)


def add_paragraph(text: str, lines: Sequence[str]) -> str:
    """A stored message with the lines as a new last paragraph of their own."""
    ended = _ended(text)
    return _insert_paragraph(ended, _view(ended, None), lines)


def remove_trailers(text: str, wanted: Callable[[Trailer], bool], cleanup: Cleanup | None = None) -> str:
    """The message without the wanted trailers, what continues them, and the paragraph that they empty.

    git still reads the trailers that are left: where it took the block for the sake of a sign-off that
    is gone, they get a paragraph of their own below the lines that are no trailers.
    """
    view = _view(text, cleanup)
    starts = {trailer.line for trailer in view.block.trailers if wanted(trailer)}
    if not starts:
        return text
    staying = _staying(view, starts)
    gone = {view.origin(number) for number in {*view.block_lines()}.difference(staying)}
    if all(is_idle(view.lines[number - 1]) for number in staying):
        gone.update(_gap_above(text, min(gone), all_of_it=view.untitled))
    result = _without(text, gone)
    if len(view_of(result, cleanup).block.trailers) == len(view.block.trailers) - len(starts):
        return result
    return _parted(text, view, staying, gone)


def trailer_line(trailer: Trailer, cleanup: Cleanup | None = None) -> str:
    """The trailer as the line to write, without its end; MessageError where git would not read it."""
    line = f"{trailer.key}: {trailer.value.strip(BLANK)}".rstrip(BLANK)
    if trailer.key[-1:] in BLANK or separator(line) != len(trailer.key):
        remedy = "use letters, digits and hyphens only"
        raise MessageError(f"{trailer.key!r} cannot be the key of a trailer", remedy)
    if any(mark in trailer.value.strip(BLANK) for mark in "\n\r\0"):
        raise MessageError(f"the value of {trailer.key} holds a line end or NUL", "write it on one line")
    if cleanup is not None and cleanup.mode == "strip" and line.startswith(cleanup.comment):
        problem = f"git would drop {trailer.key} as a comment: core.commentString is {cleanup.comment!r}"
        raise MessageError(problem, "set core.commentString to what begins no trailer")
    return line


def identity(trailer: Trailer) -> tuple[str, str]:
    """What makes two trailers the same one."""
    return trailer.key.casefold(), trailer.value.strip(BLANK)


def _view(text: str, cleanup: Cleanup | None) -> View:
    if "\0" in text:
        problem = "the message holds a NUL byte, which hides the rest of it from git"
        raise MessageError(problem, "take the NUL byte out")
    return view_of(text, cleanup)


def _insert_paragraph(text: str, view: View, lines: Sequence[str]) -> str:
    after = view.last_content()
    return _insert(text, view.origin(after), ["", *lines] if after else ["", "", *lines])


def _insert(text: str, after: int, lines: Iterable[str]) -> str:
    """The text with more lines after the one with this number."""
    newline = _line_end_of(text)
    standing = whole_lines(text)
    return "".join([*standing[:after], *(_end_line(line, newline) for line in lines), *standing[after:]])


def _without(text: str, gone: Collection[int]) -> str:
    return "".join(line for number, line in enumerate(whole_lines(text), 1) if number not in gone)


def _staying(view: View, starts: Collection[int]) -> list[int]:
    """The lines of the block that neither begin a leaving trailer nor continue one."""
    staying = []
    leaves = False
    for number in view.block_lines():
        leaves = number in starts or (leaves and view.lines[number - 1][0] in BLANK)
        if not leaves:
            staying.append(number)
    return staying


def _gap_above(text: str, number: int, *, all_of_it: bool) -> set[int]:
    """The blank line above the one with this number, or all of those right above it."""
    lines = whole_lines(text)
    gap = set[int]()
    while number > 1 and is_blank(lines[number - 2]) and (all_of_it or not gap):
        number -= 1
        gap.add(number)
    return gap


def _parted(text: str, view: View, staying: Sequence[int], gone: set[int]) -> str:
    """The text without the gone lines, the trailers among the staying ones in a paragraph below."""
    runs = trailer_runs([view.lines[number - 1] for number in staying], lambda _: True)
    moving = [view.origin(staying[index]) for run in runs for index in run]
    end = view.origin(view.last_content())
    standing = whole_lines(_ended(text))
    above = _without("".join(standing[:end]), gone.union(moving))
    below = [standing[number - 1] for number in moving] + standing[end:]
    return above + _line_end_of(text) + "".join(below)


def _ended(text: str) -> str:
    """The text, its last line ended as the first one is."""
    return text if not text or text.endswith("\n") else _end_line(text, _line_end_of(text))


def _end_line(line: str, newline: str) -> str:
    # A line that is moved brings its own carriage return.
    return line + ("\n" if line.endswith("\r") else newline)


def _line_end_of(text: str) -> str:
    """How the text ends its lines: as it ends its first one."""
    first = text.find("\n")
    return "\r\n" if first > 0 and text[first - 1] == "\r" else "\n"
