"""Take whole lines out of a handed message, or put one in, where no trailer is meant."""

from trailers.message.cleanup import Cleanup, whole_lines
from trailers.message.lines import is_blank
from trailers.message.view import view_of
from trailers.typed import Collection, Sequence


def without_lines(text: str, gone: Collection[int]) -> str:
    """The text without these lines, counted from 1, and without the gap that a gone paragraph leaves."""
    if not gone:
        return text
    kept: list[str] = []
    after_gap = False  # what is above has just lost lines
    for number, line in enumerate(whole_lines(text), 1):
        if number in gone:
            after_gap = True
        elif not (after_gap and is_blank(line) and kept and is_blank(kept[-1])):
            kept.append(line)
            after_gap = after_gap and is_blank(line)
    while after_gap and kept and is_blank(kept[-1]):
        kept.pop()
    return "".join(kept)


def below_trailers(text: str, lines: Sequence[str], cleanup: Cleanup) -> str:
    """The text with these lines right below the trailers, or else in a paragraph of their own."""
    view = view_of(text, cleanup)
    after = view.origin(view.last_content())
    gap = [] if view.has_block else [""]
    standing = whole_lines(text if text.endswith("\n") else text + "\n")
    return "".join([*standing[:after], *(f"{line}\n" for line in [*gap, *lines]), *standing[after:]])
