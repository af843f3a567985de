"""Mend the near misses that can be mended without guessing: they move to one clean last paragraph.

What quotes (code blocks, `>`), comments, what stands below the scissors, and the title itself are left
alone: there a person has to say what is meant.
"""

from trailers.message.hidden import visible
from trailers.message.lines import BLANK, COMMENT, is_blank
from trailers.message.reading import read_block, read_trailers
from trailers.message.regrouping import is_formal, trailer_runs
from trailers.message.survey import Kind, Near, Survey, survey
from trailers.message.trailer import Trailer
from trailers.message.writing import add_paragraph, add_trailers, identity, trailer_line
from trailers.typed import Collection, Iterable, NamedTuple, Sequence

_MENDABLE: frozenset[Kind] = frozenset(
    ("title", "body", "spoilt", "indented", "look-alike", "spaced", "separator")
)


class Mended(NamedTuple):
    """The message as it is now, and what was done, in words; both as before where nothing was."""

    text: str
    done: tuple[str, ...]


def mend(text: str, keys: Collection[str]) -> Mended:
    """Mend a stored message, or one that is cleaned up as git will do it.

    Afterwards git reads each mended trailer. No other line is lost or changed; lines that spoil the
    last paragraph stand in one of their own above the trailers. Mending twice changes nothing more.
    """
    seen = survey(text, keys)
    near = _mendable(seen) if seen is not None else []
    if seen is None or not near or "\0" in text:
        return Mended(text, ())
    mended = _moved(seen, near)
    read = {identity(trailer) for trailer in read_trailers(mended)}
    if not read.issuperset(identity(_trailer(one)) for one in near):
        return Mended(text, ())
    return Mended(mended, tuple(_said(one) for one in near))


def _mendable(seen: Survey) -> list[Near]:
    kept: list[Near] = []
    below = 0
    for near in reversed(seen.near):
        # What stays below must not come to continue another trailer.
        is_followed = below != near.until + 1 and _continues(seen.lines, near.until + 1)
        if _is_clear(near, seen) and not is_followed:
            kept.append(near)
            below = near.line
    return kept[::-1]


def _is_clear(near: Near, seen: Survey) -> bool:
    """Whether nobody has to say what is meant."""
    if near.line == seen.layout.title.start or not near.value or "\r" in near.value:
        return False
    return near.kind in _MENDABLE


def _continues(lines: Sequence[str], number: int) -> bool:
    """Whether the line with this number would continue a trailer above it."""
    return number <= len(lines) and lines[number - 1][:1] in BLANK and not is_blank(lines[number - 1])


def _moved(seen: Survey, near: Sequence[Near]) -> str:
    leaving = {number for one in near for number in range(one.line, one.until + 1)}
    staying = [number for number in seen.layout.last if number not in leaving]
    rest = _without(seen.lines, leaving)
    if seen.is_read and _has_content(seen, staying) and _is_read(rest):
        return add_trailers(rest, (_trailer(one) for one in near))
    first = {_trailer(one): one.line for one in reversed(near)}
    written = {line: [trailer_line(trailer)] for trailer, line in first.items()}
    if any(seen.layout.place(one.line) == "last" for one in near):
        for run in _companions(seen, staying):
            written[run[0]] = [seen.lines[number - 1] for number in run]
            leaving.update(run)
        rest = _without(seen.lines, leaving)
    return add_paragraph(rest, [line for number in sorted(written) for line in written[number]])


def _companions(seen: Survey, staying: Sequence[int]) -> list[list[int]]:
    """The trailers of a mixed last paragraph that go with its mended ones, as numbers of lines.

    Where git read the paragraph, those are all of them. Where it did not, only what is a trailer
    beyond doubt: git must not come to read `note: this` in a line of prose, nor what a code block quotes.
    """
    lines = [seen.lines[number - 1] for number in staying]
    found = trailer_runs(lines, lambda key: seen.is_read or is_formal(key))
    runs = ([staying[index] for index in run] for run in found)
    return [run for run in runs if seen.is_read or run[0] not in seen.layout.fenced]


def _without(lines: Sequence[str], leaving: Collection[int]) -> str:
    """The text without these lines, nor the blank one below a paragraph that went with them."""
    kept: list[str] = []
    for number, line in enumerate(lines, 1):
        is_double = number - 1 in leaving and is_blank(line) and (not kept or is_blank(kept[-1]))
        if number not in leaving and not is_double:
            kept.append(line)
    return "\n".join(kept)


def _has_content(seen: Survey, numbers: Iterable[int]) -> bool:
    return not all(seen.lines[number - 1].startswith(COMMENT) for number in numbers)


def _is_read(text: str) -> bool:
    block = read_block(text)
    return block.start < block.end


def _trailer(near: Near) -> Trailer:
    return Trailer(near.claim.key, near.value)


def _said(near: Near) -> str:
    trailer = visible(trailer_line(_trailer(near)))
    return f"line {near.line} ({near.kind}) is now `{trailer}` in the last paragraph"
