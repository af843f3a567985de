"""The traces that a commit shows, and the markers that are found in them."""

from trailers.assistants.branches import sign_of_branch
from trailers.assistants.identity import address_sign, author_sign
from trailers.assistants.links import LINKS, SCHEME
from trailers.assistants.marker import RANK, Marker, marker
from trailers.assistants.phrases import sign_of_line, sign_of_subject
from trailers.assistants.shape import end_of, fits
from trailers.assistants.trailer_signs import (
    PEOPLE_KEYS,
    TRAILER_SIGNS,
)
from trailers.message.lines import BLANK, skip_blank_lines
from trailers.message.person import Person, people_in
from trailers.message.trailer import Trailer
from trailers.typed import Iterable, Iterator, NamedTuple

# Most links lead elsewhere: one test passes them over.
_BEGINNINGS = tuple(shape.prefix for shape, _ in LINKS)
_STRAY_KEYS = frozenset((*TRAILER_SIGNS, *PEOPLE_KEYS))


class Traces(NamedTuple):
    """What is known of a commit: `text` is its message, `trailers` what git reads in it.

    `branch` is where the commit was made, where the caller knows it.
    """

    author: Person
    committer: Person
    text: str
    trailers: tuple[Trailer, ...]
    branch: str | None = None


def find_markers(traces: Traces) -> tuple[Marker, ...]:
    """The markers of a commit: of its people, then of its message line by line, then of its branch.

    What says the same thing again is left out: the same text, and on one line all but the surest sign
    of an assistant. A `weak` marker stays only beside a stronger one.
    """
    in_message = [
        *_in_trailers(traces.trailers),
        *_in_lines(traces.text),
        *_in_stray_trailers(traces.text, traces.trailers),
        *_in_links(traces.text),
    ]
    # The sort is stable, so the surest sign of a line comes first.
    in_message.sort(key=lambda found: (found.line or 0, RANK[found.confidence]))
    return standing(_distinct([*_in_people(traces), *in_message, *_in_branch(traces.branch)]))


def standing(markers: Iterable[Marker]) -> tuple[Marker, ...]:
    """The markers that count: weak ones only where a stronger one stands beside them."""
    all_of_them = tuple(markers)
    return all_of_them if any(found.confidence != "weak" for found in all_of_them) else ()


def _distinct(markers: list[Marker]) -> Iterator[Marker]:
    seen: set[tuple[object, ...]] = set()
    for found in markers:
        marks: set[tuple[object, ...]] = {(found.assistant, found.where, found.text)}
        if found.line is not None:
            marks.add((found.assistant, found.line))
        if seen.isdisjoint(marks):
            yield found
        seen |= marks


def _in_people(traces: Traces) -> Iterator[Marker]:
    sign = author_sign(traces.author)
    if sign is not None:
        yield marker(sign, "author", str(traces.author))
    sign = author_sign(traces.committer)
    if sign is not None:
        yield marker(sign, "committer", str(traces.committer))


def _in_trailers(trailers: tuple[Trailer, ...]) -> Iterator[Marker]:
    for trailer in trailers:
        key = trailer.key.lower()
        line = trailer.line or None
        for shape, sign in TRAILER_SIGNS.get(key, ()):
            if trailer.value and fits(shape, trailer.value):
                yield marker(sign, "trailer", str(trailer), line)
        where = PEOPLE_KEYS.get(key)
        if where is not None:
            for named in dict.fromkeys(filter(None, map(address_sign, people_in(trailer.value)))):
                yield marker(named, where, str(trailer), line)


def _in_stray_trailers(text: str, trailers: tuple[Trailer, ...]) -> Iterator[Marker]:
    """An assistant's trailers where git reads none: spoilt, in the body, below the scissors.

    Tools write them, and squashing puts them there. One that is indented, quoted or fenced says nothing.
    """
    read = {trailer.line for trailer in trailers}
    fenced = False
    for number, line in enumerate(text.split("\n"), 1):
        if line.lstrip(" ").startswith(("```", "~~~")):
            fenced = not fenced
        if fenced or number in read:
            continue
        for piece in line.split("\r"):
            key, colon, value = piece.partition(":")
            name = key.rstrip(" \t").lower()
            if not colon or name not in _STRAY_KEYS:
                continue
            stray = Trailer(key.rstrip(" \t"), value.strip(BLANK), number)
            # Prose can begin with such a key; a person ends the line.
            if name in TRAILER_SIGNS or stray.value.rstrip(",").endswith(">"):
                yield from (found._replace(where="body") for found in _in_trailers((stray,)))


def _in_lines(text: str) -> Iterator[Marker]:
    subject = skip_blank_lines(text)
    for number, line in enumerate(text.split("\n"), 1):
        sign = sign_of_line(line)
        if sign is not None:
            yield marker(sign, "body", line, number)
    sign = sign_of_subject(text[subject : subject + 80])
    if sign is not None:
        number = text.count("\n", 0, subject) + 1
        yield marker(sign, "body", text[subject:].partition("\n")[0], number)


def _in_links(text: str) -> Iterator[Marker]:
    line = 1
    counted = 0
    at = text.find(SCHEME)
    while at >= 0:
        for shape, sign in LINKS if text.startswith(_BEGINNINGS, at) else ():
            end = end_of(shape, text, at)
            if end is not None:
                line += text.count("\n", counted, at)
                counted = at
                yield marker(sign, "url", text[at:end], line)
        at = text.find(SCHEME, at + 1)


def _in_branch(branch: str | None) -> Iterator[Marker]:
    sign = sign_of_branch(branch) if branch else None
    if branch and sign is not None:
        yield marker(sign, "branch", branch)
