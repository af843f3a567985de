"""Write trailers into a message, and take them out, without disturbing the rest.

A message is a stored one, or one that a hook is handed: then its `Cleanup` says which of its lines git
will drop, and what is written stands where git will read it in what it stores.
Everything else stays byte for byte. A value is never folded.
"""

from collections.abc import Callable, Collection, Iterable, Sequence

from trailers.errors import MessageError
from trailers.message.cleanup import Cleanup
from trailers.message.lines import BLANK, COMMENT, is_blank, line_before, line_end
from trailers.message.reading import separator
from trailers.message.regrouping import part
from trailers.message.trailer import Trailer
from trailers.message.view import View, view_of, whole_lines


def add_trailers(text: str, trailers: Iterable[Trailer], cleanup: Cleanup | None = None) -> str:
    """The message with the trailers at the end of git's trailer block, or in a new last paragraph.

    One whose key (in any case) and value stand there already is not added again, as with git's
    `addIfDifferent`. A message without a title gets its trailers below room for one, as from
    `git commit -s`. MessageError for what cannot be a trailer, and for a message with a NUL byte.
    """
    view = _view(text, cleanup)
    present = {identity(trailer) for trailer in view.block.trailers}
    lines = []
    for trailer in trailers:
        line = trailer_line(trailer, cleanup)
        if identity(trailer) not in present:
            present.add(identity(trailer))
            lines.append(line)
    if not lines:
        return text
    if view.block.start < view.block.end:
        return _insert(text, view.content_end(view.block.start), lines)
    return _insert_paragraph(text, view, lines)


def add_paragraph(text: str, lines: Sequence[str]) -> str:
    """A stored message with the lines as a new last paragraph of their own."""
    return _insert_paragraph(text, _view(text, None), lines)


def remove_trailers(text: str, wanted: Callable[[Trailer], bool], cleanup: Cleanup | None = None) -> str:
    """The message without the wanted trailers, what continues them, and the paragraph that they empty.

    git still reads the trailers that are left: where it took the block for the sake of a sign-off that
    is gone, the lines that are no trailers get a paragraph of their own above them.
    """
    view = _view(text, cleanup)
    leaving = {trailer.line for trailer in view.block.trailers if wanted(trailer)}
    if not leaving:
        return text
    start, end = view.block.start, view.block.end
    first = view.text.count("\n", 0, start) + 1
    read = whole_lines(view.text[start:end])
    written = whole_lines(text[start:end])
    staying = _staying(read, {number - first for number in leaving})
    if all(_is_idle(read[index]) for index in staying):
        start = _above_gap(text, view)
    lines = [written[index] for index in staying]
    result = text[:start] + "".join(lines) + text[end:]
    if len(view_of(result, cleanup).block.trailers) == len(view.block.trailers) - len(leaving):
        return result
    strangers, trailers, blanks = part([read[index] for index in staying])
    order = (*strangers, -1, *trailers, *blanks)
    newline = _line_end_of(text)
    parted = "".join(_ended(lines[index], newline) if index >= 0 else newline for index in order)
    return text[:start] + parted + text[end:]


def trailer_line(trailer: Trailer, cleanup: Cleanup | None = None) -> str:
    """The trailer as the line to write, without its end; MessageError where git would not read it."""
    line = f"{trailer.key}: {trailer.value.strip(BLANK)}".rstrip(BLANK)
    if not trailer.key or separator(line) != len(trailer.key):
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
        raise MessageError(
            "the message holds a NUL byte, which hides the rest of it from git", "take the NUL byte out"
        )
    return view_of(text, cleanup)


def _staying(lines: Sequence[str], leaving: Collection[int]) -> list[int]:
    """The indexes of the lines that neither leave nor continue one that leaves."""
    staying = []
    left = False
    for index, line in enumerate(lines):
        left = index in leaving or (left and line[0] in BLANK and not is_blank(line))
        if not left:
            staying.append(index)
    return staying


def _above_gap(text: str, view: View) -> int:
    """Where the block starts together with the blank line above it: all of them where no title is."""
    start = view.block.start
    while start > 0:
        above = line_before(text, 0, start)
        if not is_blank(text[above:start]):
            break
        start = above
        if not view.untitled:
            break
    return start


def _insert_paragraph(text: str, view: View, lines: Sequence[str]) -> str:
    # A subject that looks like a comment, `#12 mend it`, is one's title all the same.
    below_subject = line_end(view.text[: view.end], view.subject)
    end = max(view.content_end(view.subject), below_subject)
    if end == 0 or is_blank(view.text[:end]):
        return _insert(text, 0, ["", "", *lines])
    return _insert(text, end, ["", *lines])


def _insert(text: str, offset: int, lines: Iterable[str]) -> str:
    """The text with whole lines inserted at the end of a line."""
    newline = _line_end_of(text)
    before = _ended(text[:offset], newline) if offset else ""
    return before + "".join(line + newline for line in lines) + text[offset:]


def _ended(lines: str, newline: str) -> str:
    return lines if lines.endswith("\n") else lines + newline


def _is_idle(line: str) -> bool:
    """Whether git passes over the line."""
    return is_blank(line) or line.startswith(COMMENT)


def _line_end_of(text: str) -> str:
    """How the text ends its lines: as it ends its first one."""
    first = text.find("\n")
    return "\r\n" if first > 0 and text[first - 1] == "\r" else "\n"
