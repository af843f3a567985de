"""What installing, or taking out again, makes of one file."""

from trailers.installing.edit import Edit, apply, shown
from trailers.typed import NamedTuple


class Change(NamedTuple):
    """A file's text before and after, None where there is no file; and the lines that tell what changes."""

    before: str | None
    after: str | None
    lines: tuple[str, ...] = ()


def edited(text: str, edits: "tuple[Edit, ...] | list[Edit]") -> Change:
    """The change that the edits make of a text that is there."""
    return Change(text, apply(text, edits), tuple(shown(text, edits)))


def made(text: str) -> Change:
    """A file that was not there."""
    return Change(None, text, tuple(shown("", [Edit(0, 0, text)])))


def removed(text: str, left: str | None) -> Change:
    """A file of which nothing is left, or what was there before anything was put into it."""
    gone = text if left is None else text[len(left) :]
    return Change(text, left, tuple(shown(text, [Edit(len(text) - len(gone), len(text), "")])))


def same(text: str | None) -> Change:
    """Nothing changes."""
    return Change(text, text)
