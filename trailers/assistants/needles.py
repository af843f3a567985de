"""Whether a commit could hold a marker or disclose something, told cheaply from its raw bytes.

The answer is False only where `find_markers` finds nothing, no trailer is a disclosure, and no line claims to
be one of the model or of the context, so that a walk over a long history need not read such a commit any
further. What is looked for comes from our tables, so that a new row needs nothing here. Two things stay with
the caller: a commit with an `encoding` header, whose bytes may spell ASCII in another way, and the branch.
"""

from collections.abc import Iterable

from trailers.assistants.accounts import ACCOUNTS, HOST
from trailers.assistants.addresses import ADDRESSES
from trailers.assistants.display_names import NAMES_ALONE, SUFFIXES
from trailers.assistants.links import LINKS
from trailers.assistants.phrases import PHRASES, SUBJECTS
from trailers.assistants.trailer_signs import TRAILER_SIGNS
from trailers.message.lookalike import folded

# What matters wherever a line begins with it: who means to write such a key can write it in many ways.
_CLAIMS = ("Assisted-by", "Generated-by", "AI-Context")
# What says little alone, and is what most words hold that matter: the rest of those is looked for behind it.
_OFTEN = ("generated", "copilot")
_LEFT_BEHIND = ("fixup", "squash", "amend")  # and an exclamation mark

# The keys that matter only as git reads them: the vocabulary's others, and those of other dialects.
_DISCLOSURES = (
    *("AI-Assistance", "AI-Model", "AI-Session", "Approved-by", "Authored-by", "Co-authored-by-AI"),
    *("Commit-generated-by", "Tool-Assisted"),
    *("Agent-Session", "LLM", "Made-with", "Synthesized-by"),
)

_KNOWN = 20_000
_LONG_LINE = 400
_FEW = 8  # replacements that cost less than folding the text

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
    foreign = text.translate(None, _ASCII).decode("utf-8", "surrogateescape")
    looks = {one: folded(one).casefold() for one in set(foreign)}
    changed = {one: seen for one, seen in looks.items() if not seen or any(map(str.isascii, seen))}
    if len(changed) > _FEW:
        return folded(text.decode("utf-8", "surrogateescape")).casefold().encode("utf-8", "surrogateescape")
    for one, seen in changed.items():
        text = text.replace(one.encode("utf-8", "surrogateescape"), seen.encode("utf-8", "surrogateescape"))
    return text


def _needles(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(map(needle, texts)))


def _rare(words: Iterable[str]) -> tuple[str, ...]:
    """The words that hold none of the others."""
    every = tuple(words)
    return tuple(word for word in every if not any(other in word for other in every if other != word))


_BEGINNINGS = _needles(_CLAIMS)
# A picture before a phrase need not be looked for, and to fold it would load Unicode's tables.
_SAID = _needles(phrase.encode("ascii", "ignore").decode() for phrase in PHRASES)
_WORDS = _rare([*(f":{key}" for key in _BEGINNINGS), *_SAID])
_FIRST = _rare([*_OFTEN, *_WORDS])
_EXACT = frozenset(
    _needles([*ADDRESSES, *_DISCLOSURES, *TRAILER_SIGNS, *(prefix.partition(":")[0] for prefix in SUBJECTS)])
)
_LINKS = _needles(shape.prefix.partition("://")[2] for shape, _ in LINKS)
_IN_PERSON = _needles([*ADDRESSES, *SUFFIXES, *NAMES_ALONE])
_ACCOUNTS = frozenset(_needles(part for account in ACCOUNTS for part in account[:2] if part))

# Few people make many commits.
_known: dict[bytes, bool] = {}


def could_matter(
    author_line: bytes, committer_line: bytes, message: bytes, also: tuple[str, ...] = ()
) -> bool:
    """Whether a commit could hold a marker or a disclosure; never False where it does.

    `author_line` and `committer_line` are the headers of a stored commit, with or without their names and
    dates. `also` are needles that matter besides: the keys that a policy gives the fields.
    """
    if _betrays(author_line) or _betrays(committer_line):
        return True
    low = _fold(message)
    for word in _FIRST:
        if word in low and any(whole in low for whole in _WORDS):
            return True
    # Only a whole key or address counts, so the pieces between delimiters are looked up, not searched.
    if low.startswith(_BEGINNINGS) or not _EXACT.isdisjoint(low.split(":")) or _names_account(low):
        return True
    if "!" in low and any(before.endswith(_LEFT_BEHIND) for before in low.split("!")[:-1]):
        return True
    if "://" in low and any(behind.startswith(_LINKS) for behind in low.split("://")[1:]):
        return True
    return bool(also) and any(word in low for word in also)


def _betrays(line: bytes) -> bool:
    """Whether an author's or committer's header could be an assistant's."""
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
    return any(sign in low for sign in _IN_PERSON) or _names_account(low)


def _names_account(low: str) -> bool:
    """Whether an address of GitHub's has an assistant's number or login before its host."""
    # It has a number and a plus sign before the login, or the login is an app's, which ends in a bracket.
    if "+" not in low and "]" not in low:
        return False
    for before in low.split(HOST)[:-1]:
        local = before[before.rfind(":") + 1 :]
        number, _, login = local.partition("+")
        if number in _ACCOUNTS or login in _ACCOUNTS:
            return True
    return False
