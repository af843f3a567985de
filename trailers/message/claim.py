"""A line that claims to be a trailer with one of the wanted keys, however it is spelt or set.

Whether git agrees is not asked here (see `near_miss`).
"""

from trailers.message.lines import BLANK, COMMENT
from trailers.message.lookalike import folded
from trailers.remembering import remembered
from trailers.typed import Collection, Literal, Mapping, NamedTuple

Spelling = Literal["exact", "look-alike", "spaced", "equals", "bare"]
Setting = Literal["plain", "indented", "quoted", "comment"]

_LONGEST = 120  # characters that a key may take, with what hides between its letters
_MARKS = "#>\t\r"  # what may stand before a key, besides spaces
_CODE = 4  # blanks from which Markdown takes a line for code


class Claim(NamedTuple):
    """What a line claims: the key as it is wanted, the value, and what of the writing is off.

    `written` is the key as it stands there.
    """

    key: str
    value: str
    written: str
    spelling: Spelling
    setting: Setting


@remembered(16)
def spellings(keys: tuple[str, ...]) -> Mapping[str, str]:
    """The wanted keys by what is left of them without case, hyphens, underscores and blanks."""
    return {_compact(key): key for key in keys}


def claimants(text: str, wanted: Collection[str]) -> list[int]:
    """The numbers of the lines that may claim to be a trailer, from 1; a line not among them does not.

    Most messages have none, and cost a few microseconds.
    """
    compact = _compact(folded(text))
    if not any(key in compact for key in wanted):
        return []
    keys = tuple(wanted)
    lines = compact.split("\n")
    # A line may hold a carriage return that somebody takes for the end of one.
    return [
        number
        for number, line in enumerate(lines, 1)
        if line.lstrip(_MARKS).startswith(keys) or "\r" in line.rstrip("\r")
    ]


def read_claim(line: str, wanted: Mapping[str, str]) -> Claim | None:
    """What a line claims; None where it names no wanted key."""
    setting, rest = _setting(line)
    head = rest[:_LONGEST]
    at = _separator(head)
    if at > 0:
        written = head[:at]
        key = wanted.get(_compact(folded(written)))
        if key is not None:
            spelling = _spelling(written, head[at], key)
            # `approved_by = Field()` is code.
            if spelling == "spaced" and head[at] == "=":
                return None
            return Claim(key, rest[at + 1 :].strip(BLANK), written.strip(BLANK), spelling, setting)
    return _bare(rest, head, wanted, setting)


def _setting(line: str) -> tuple[Setting, str]:
    """How the line is set, and what is left of it."""
    if line.startswith(COMMENT):
        return "comment", line.lstrip("# \t")
    rest = line.lstrip(BLANK)
    indent = line[: len(line) - len(rest)]
    if rest.startswith(">"):
        return "quoted", rest.lstrip("> \t")
    if len(indent) >= _CODE or "\t" in indent:
        return "quoted", rest
    return ("indented" if indent else "plain"), rest


def _separator(head: str) -> int:
    """The index of the first colon, equals sign, or what looks like one."""
    if head.isascii():
        colon, equals = head.find(":"), head.find("=")
        return min(colon, equals) if min(colon, equals) >= 0 else max(colon, equals)
    return next((index for index, one in enumerate(head) if folded(one) in (":", "=")), -1)


def _spelling(written: str, separator: str, key: str) -> Spelling:
    if written.rstrip(" \t").casefold() == key.casefold():
        if separator == ":":
            return "exact"
        return "equals" if separator == "=" else "look-alike"
    return "spaced" if written.isascii() and separator.isascii() else "look-alike"


def _bare(rest: str, head: str, wanted: Mapping[str, str], setting: Setting) -> Claim | None:
    """A key, in full, that no colon follows: `Assisted-by Claude-Code:claude-opus-5`."""
    word = head.partition(" ")[0]
    key = wanted.get(_compact(folded(word)))
    value = rest[len(word) :].strip(BLANK)
    if key is None or not value or "-" not in key or folded(word).casefold() != key.casefold():
        return None
    return Claim(key, value, word, "bare", setting)


def _compact(text: str) -> str:
    return text.casefold().replace("-", "").replace("_", "").replace(" ", "")
