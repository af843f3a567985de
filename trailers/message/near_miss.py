"""Lines that look like trailers and are none to git, each with what is wrong and the remedy.

What git reads as a trailer is no near miss, nor is a line that says again what git reads elsewhere.
One kind is the exception: `divider` tells of a trailer that git reads and mail workflows lose.
"""

from trailers.message.claim import Spelling, read_claim
from trailers.message.divider import divider_line
from trailers.message.lines import BLANK
from trailers.message.reasons import reason
from trailers.message.survey import Kind, Near, Survey, survey
from trailers.typed import Collection, Iterator, NamedTuple


class NearMiss(NamedTuple):
    """A line, counted from 1, that would be the trailer `key: value`; `remedy` says how it becomes one."""

    kind: Kind
    line: int
    key: str
    value: str
    why: str
    remedy: str
    spelling: Spelling = "exact"


def find_near_misses(text: str, keys: Collection[str]) -> tuple[NearMiss, ...]:
    """The near misses of a stored message, in the order of their lines; `keys` are those that matter.

    Most messages name no such key, and cost a few microseconds. Linear in the length of the text.
    """
    seen = survey(text, keys)
    if seen is None:
        return ()
    found = [_miss(near, seen) for near in seen.near]
    found += _behind_carriage_returns(seen)
    found += _below_divider(text, seen)
    return tuple(sorted(found, key=lambda miss: miss.line))


def _miss(near: Near, seen: Survey) -> NearMiss:
    claim = near.claim
    return NearMiss(near.kind, near.line, claim.key, near.value, *reason(near, seen), claim.spelling)


def _behind_carriage_returns(seen: Survey) -> Iterator[NearMiss]:
    for number in seen.candidates:
        for piece in seen.lines[number - 1].rstrip(BLANK).split("\r")[1:]:
            claim = read_claim(piece, seen.wanted)
            if claim is not None and claim.spelling != "bare":
                why = f"line {number} holds `{claim.key}` behind a carriage return, which ends no line"
                remedy = "write the message with LF at the end of each line"
                yield NearMiss("carriage-return", number, claim.key, claim.value, why, remedy)


def _below_divider(text: str, seen: Survey) -> Iterator[NearMiss]:
    divider = divider_line(text) if seen.ours else 0
    for key, value, line, _ in seen.ours:
        if 0 < divider < line:
            why = f"line {line} stands below line {divider} (`---`), from which on `git am` drops the message"
            remedy = f"take line {divider} out, or move it below the trailers"
            yield NearMiss("divider", line, key, value, why, remedy)
