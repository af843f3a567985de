"""Which lines of a stored message claim to be trailers without being read as such by git."""

from trailers.message.claim import Claim, claimants, read_claim, spellings
from trailers.message.layout import Layout, read_layout
from trailers.message.lines import BLANK, is_blank
from trailers.message.reading import read_block
from trailers.message.trailer import Trailer
from trailers.typed import Collection, Iterator, Literal, Mapping, NamedTuple, Sequence

Kind = Literal[
    "title",
    "body",
    "fenced",
    "quoted",
    "below-scissors",
    "comment",
    "spoilt",
    "indented",
    "look-alike",
    "spaced",
    "separator",
    "carriage-return",
    "divider",
]

_BY_SPELLING: dict[str, Kind] = {
    "exact": "spoilt",
    "look-alike": "look-alike",
    "spaced": "spaced",
    "equals": "separator",
    "bare": "separator",
}


class Near(NamedTuple):
    """A claim that git does not take, in the lines `line` to `until`; `value` is unfolded as git would."""

    kind: Kind
    line: int
    until: int
    claim: Claim
    value: str


class Survey(NamedTuple):
    """A message up to its first NUL, where git stops too, as `lines` without their LF.

    `candidates` are the lines that were looked at, counted from 1 as all lines here. `is_read` where git
    takes the last paragraph for trailers; `ours` are those that it reads there with a wanted key.
    `prose` are the lines there that are neither trailer nor claim; `first_claim` is the first that is one.
    """

    lines: Sequence[str]
    candidates: Sequence[int]
    wanted: Mapping[str, str]
    layout: Layout
    is_read: bool
    ours: tuple[Trailer, ...]
    near: tuple[Near, ...] = ()
    prose: tuple[int, ...] = ()
    first_claim: int = 0


def survey(text: str, keys: Collection[str]) -> Survey | None:
    """Look for claims to the wanted keys; None where no line of the message can be one."""
    wanted = spellings(tuple(keys))
    text = text.partition("\0")[0]
    candidates = claimants(text, wanted)
    if not candidates:
        return None
    lines = text.split("\n")
    folded_keys = {key.casefold() for key in wanted.values()}
    block = read_block(text)
    ours = tuple(trailer for trailer in block.trailers if trailer.key.casefold() in folded_keys)
    seen = Survey(lines, candidates, wanted, read_layout(text, lines), block.start < block.end, ours)
    claims = _claims(seen)
    prose = _prose(seen, claims)
    first_claim = next((number for number in claims if number in seen.layout.last), 0)
    return seen._replace(near=tuple(_near(seen, claims)), prose=prose, first_claim=first_claim)


def _near(seen: Survey, claims: Mapping[int, Claim]) -> Iterator[Near]:
    read = {trailer.line for trailer in seen.ours}
    elsewhere = {(trailer.key.casefold(), trailer.value) for trailer in seen.ours}
    for number, claim in claims.items():
        if number in read:
            continue
        until = _last_line(seen.lines, number, claims)
        value = " ".join([claim.value, *(line.strip(BLANK) for line in seen.lines[number:until])])
        if (claim.key.casefold(), value) not in elsewhere:
            yield Near(_kind(seen.layout, number, claim), number, until, claim, value)


def _claims(seen: Survey) -> dict[int, Claim]:
    """The claims by line, without those that are rather prose."""
    claims = {}
    for number in seen.candidates:
        claim = read_claim(seen.lines[number - 1], seen.wanted)
        if claim is not None and _is_meant(claim, in_last=seen.layout.place(number) == "last"):
            claims[number] = claim
    if not _prose(seen, claims):
        return claims
    # Beside prose a key without a colon is rather the subject of a sentence.
    return {number: claim for number, claim in claims.items() if claim.spelling != "bare"}


def _prose(seen: Survey, claims: Mapping[int, Claim]) -> tuple[int, ...]:
    """The strangers of the last paragraph that neither are claims nor continue one."""
    taken = set(claims)
    for number in seen.layout.strangers:
        if number - 1 in taken and seen.lines[number - 1][0] in BLANK:
            taken.add(number)
    return tuple(number for number in seen.layout.strangers if number not in taken)


def _is_meant(claim: Claim, *, in_last: bool) -> bool:
    """Whether a key that is off is likely to be meant as one: `approved by: all` begins in lower case."""
    if in_last or claim.spelling in ("exact", "look-alike"):
        return True
    return claim.spelling != "bare" and claim.written[:1].isupper()


def _last_line(lines: Sequence[str], number: int, claims: Mapping[int, Claim]) -> int:
    """The last of the lines that continue the one with this number."""
    if claims[number].setting in ("quoted", "comment"):
        return number
    while number < len(lines):
        line = lines[number]
        if line[:1] not in BLANK or is_blank(line) or number + 1 in claims:
            break
        number += 1
    return number


def _kind(layout: Layout, number: int, claim: Claim) -> Kind:
    place = layout.place(number)
    if place == "below-scissors":
        return place
    if claim.setting in ("comment", "quoted"):
        return claim.setting
    if place != "last":
        return place
    return "indented" if claim.setting == "indented" else _BY_SPELLING[claim.spelling]
