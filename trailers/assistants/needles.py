"""Which commits could hold a marker or disclose something, told cheaply from their raw bytes.

The others are those where `find_markers` finds nothing, no trailer is a disclosure, and no line claims to
be one of the model or of the context, so that a walk over a long history need not read them any further.
Many messages are searched as one text, which is what makes it cheap. What is looked for comes from our
tables, so that a new row needs nothing here. Two things stay with the caller: a commit with an `encoding`
header, whose bytes may spell ASCII in another way, and the branch.
"""

from trailers.assistants.accounts import ACCOUNTS, HOST
from trailers.assistants.addresses import ADDRESSES
from trailers.assistants.display_names import NAMES_ALONE, SUFFIXES
from trailers.assistants.links import LINKS
from trailers.assistants.phrases import PHRASES, SUBJECTS
from trailers.assistants.trailer_signs import TRAILER_SIGNS
from trailers.message.lookalike import folded
from trailers.remembering import remembered
from trailers.typed import Iterable, Iterator, Sequence

# What matters wherever a line begins with it: who means to write such a key can write it in many ways.
_CLAIMS = ("Assisted-by", "Generated-by", "AI-Context")
# What says little alone, and is what most words hold that matter: the rest of those is looked for behind it.
_OFTEN = ("generated", "copilot")
_LEFT_BEHIND = ("fixup!", "squash!", "amend!")

# The keys that matter only as git reads them: the vocabulary's others, and those of other dialects.
_DISCLOSURES = (
    *("AI-Assistance", "AI-Model", "AI-Session", "Approved-by", "Authored-by", "Co-authored-by-AI"),
    *("Commit-generated-by", "Tool-Assisted"),
    *("Agent-Session", "LLM", "Made-with", "Synthesized-by"),
)

_KNOWN = 20_000
_LONG_LINE = 400
_LONG_LOCAL = 200  # characters before an address's host
_FEW = 8  # replacements that cost less than folding the text
_END = b"\n\0\n"  # what stands between two messages; no message that git shows whole has a NUL

# One pass leaves what counts. Case does not, nor what may stand in and before a key, and a line's end
# delimits as well as a colon or a bracket does. The text has a character for each byte that is left.
_TABLE = bytes.maketrans(b"ABCDEFGHIJKLMNOPQRSTUVWXYZ<>\r\n", b"abcdefghijklmnopqrstuvwxyz::::")
_NOTHING = b" \t-_#"
_ASCII = bytes(range(128))


def needle(text: str) -> str:
    """A text as it is looked for, and as the words are that a caller looks for besides."""
    return _fold(text.encode("utf-8", "surrogateescape"))


def _fold(text: bytes) -> str:
    if not text.isascii():
        text = _as_it_looks(text)
    return text.translate(_TABLE, _NOTHING).decode("latin-1")


def _as_it_looks(text: bytes) -> bytes:
    """The text with the letters that look like ASCII's, or that are not seen, as they look."""
    foreign = set(text.translate(None, _ASCII).decode("utf-8", "surrogateescape"))
    changed = [change for change in map(_change, foreign) if change is not None]
    if len(changed) > _FEW:
        return folded(text.decode("utf-8", "surrogateescape")).casefold().encode("utf-8", "surrogateescape")
    for one, seen in changed:
        text = text.replace(one, seen)
    return text


@remembered(4096)
def _change(one: str) -> tuple[bytes, bytes] | None:
    """A character and what it looks like, where that is nothing or has to do with ASCII."""
    seen = folded(one).casefold()
    if seen and not any(map(str.isascii, seen)):
        return None
    return one.encode("utf-8", "surrogateescape"), seen.encode("utf-8", "surrogateescape")


def _needles(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(map(needle, texts)))


def _rare(words: Iterable[str]) -> tuple[str, ...]:
    """The words that hold none of the others."""
    every = tuple(words)
    return tuple(word for word in every if not any(other in word for other in every if other != word))


# A picture before a phrase need not be looked for, and to fold it would load Unicode's tables.
_SAID = _needles(phrase.encode("ascii", "ignore").decode() for phrase in PHRASES)
_WORDS = _rare([*(f":{key}" for key in _needles(_CLAIMS)), *_SAID])
_ALONE = (*(word for word in _WORDS if not any(often in word for often in _OFTEN)), *_LEFT_BEHIND)
_EXACT = frozenset(
    _needles([*ADDRESSES, *_DISCLOSURES, *TRAILER_SIGNS, *(prefix.partition(":")[0] for prefix in SUBJECTS)])
)
_LINKS = _needles(shape.prefix.partition("://")[2] for shape, _ in LINKS)
_IN_PERSON = _needles([*ADDRESSES, *SUFFIXES, *NAMES_ALONE])
_ACCOUNTS = frozenset(_needles(part for account in ACCOUNTS for part in account[:2] if part))

# Few people make many commits.
_known: dict[bytes, bool] = {}


def suspects(messages: Sequence[bytes], also: Iterable[str] = ()) -> set[int]:
    """The places of the messages that could hold a marker or a disclosure; none that does is missing.

    `also` are needles that matter besides: the keys that a policy gives the fields. Linear in the text.
    """
    low = _as_one(messages)
    found = {number for word in (*_ALONE, *also) for number, _ in _holders(low, word)}
    for often in _OFTEN:
        for number, at in _holders(low, often):
            text = low[low.rfind("\0", 0, at) : low.find("\0", at)]
            if any(word in text for word in _WORDS):
                found.add(number)
    found.update(_with_pieces(low), _with_links(low), _with_accounts(low))
    return found


def _as_one(messages: Sequence[bytes]) -> str:
    """The messages folded, each between two ends, so that what begins and ends one is delimited."""
    seen = [message if message.isascii() else _as_it_looks(message) for message in messages]
    joined = _END.join((b"", *seen, b""))
    if joined.count(b"\0") > len(seen) + 1:
        joined = _END.join((b"", *(message.replace(b"\0", b"\n") for message in seen), b""))
    return joined.translate(_TABLE, _NOTHING).decode("latin-1")


def _holders(low: str, word: str) -> Iterator[tuple[int, int]]:
    """The numbers of the messages that hold the word, and where each has it first."""
    number, last, at = -1, 0, low.find(word)
    while at >= 0:
        number += low.count("\0", last, at)
        yield number, at
        last = low.find("\0", at)
        at = low.find(word, last)


def _with_pieces(low: str) -> Iterator[int]:
    # Only a whole key or address counts, so the pieces between delimiters are looked up, not searched.
    pieces = low.split(":")
    if _EXACT.isdisjoint(pieces):
        return
    number = -1
    for piece in pieces:
        if piece == "\0":
            number += 1
        elif piece in _EXACT:
            yield number


def _with_links(low: str) -> Iterator[int]:
    number, last, at = -1, 0, low.find("://")
    while at >= 0:
        if low.startswith(_LINKS, at + 3):
            number += low.count("\0", last, at)
            last = at
            yield number
        at = low.find("://", at + 3)


def _with_accounts(low: str) -> Iterator[int]:
    number, last, at = -1, 0, low.find(HOST)
    while at >= 0:
        start = low.rfind(":", max(0, at - _LONG_LOCAL), at)
        if start < 0 or _is_account(low[start + 1 : at]):
            number += low.count("\0", last, at)
            last = at
            yield number
        at = low.find(HOST, at + len(HOST))


def betrays(line: bytes) -> bool:
    """Whether an author's or committer's header could be an assistant's, with or without name and date."""
    end = line.rfind(b">") + 1
    # The date is left out, so that one entry serves a person; a line that is no ident is taken whole.
    person = line[:end] if end and line.find(b"<", end) < 0 else line
    known = _known.get(person)
    if known is None:
        known = _names_assistant(_fold(person))
        if len(person) <= _LONG_LINE:
            if len(_known) >= _KNOWN:
                _known.clear()
            _known[person] = known
    return known


def _names_assistant(low: str) -> bool:
    if any(sign in low for sign in _IN_PERSON):
        return True
    return any(_is_account(before[before.rfind(":") + 1 :]) for before in low.split(HOST)[:-1])


def _is_account(local: str) -> bool:
    """Whether GitHub's address with this before its host has an assistant's number or login.

    It has a number and a plus sign before the login, or the login is an app's, which ends in a bracket.
    """
    number, plus, login = local.partition("+")
    return number in _ACCOUNTS or login in _ACCOUNTS if plus or "]" in local else False
