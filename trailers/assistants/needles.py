"""Whether a commit could hold a marker or concern disclosure, told cheaply from its raw bytes.

The answer is False only where `find_markers` finds nothing and no line speaks of disclosure, so that a
walk over a long history need not read such a commit any further. What is looked for comes from our tables,
so that a new row needs nothing here. Two things stay with the caller: a commit with an `encoding` header,
whose bytes may spell ASCII in another way, and the branch.
"""

from collections.abc import Iterable

from trailers.assistants.accounts import ACCOUNTS, HOST
from trailers.assistants.addresses import ADDRESSES
from trailers.assistants.display_names import NAMES_ALONE, SUFFIXES
from trailers.assistants.links import LINKS
from trailers.assistants.phrases import PHRASES, SUBJECTS
from trailers.assistants.trailer_signs import TRAILER_SIGNS

# What concerns disclosure wherever it stands: in a trailer, in one that git does not see, or in prose.
_WORDS = ("assisted", "generated", "ai-", "approved-by", "claude", "copilot")
_LEFT_BEHIND = ("fixup!", "squash!", "amend!")

# The keys of disclosures in other dialects that hold none of these words.
_DISCLOSURES = ("agent-session", "authored-by", "co-authored-by-ai", "llm", "made-with", "synthesized-by")

_KNOWN = 20_000
_LONG_LINE = 400

# Case does not matter, and one bracket delimits an address as well as the other: bytes become text in one
# pass, each byte a character of its own.
_FOLD = bytes.maketrans(b"ABCDEFGHIJKLMNOPQRSTUVWXYZ<", b"abcdefghijklmnopqrstuvwxyz>")


def _fold(text: bytes) -> str:
    return text.translate(_FOLD).decode("latin-1")


def _folded(literals: Iterable[str]) -> tuple[str, ...]:
    return tuple(_fold(literal.encode()) for literal in literals)


_ADDRESSES = frozenset(ADDRESSES)
_KEYS = frozenset(
    [*_DISCLOSURES, *TRAILER_SIGNS, *(prefix.partition(":")[0] for prefix in _folded(SUBJECTS))]
)
_AFTER_SCHEME = tuple(prefix.partition(":")[2] for prefix in _folded(shape.prefix for shape, _ in LINKS))
_NEEDLES = (
    *_WORDS,
    *(phrase for phrase in _folded(PHRASES) if not any(word in phrase for word in _WORDS)),
)
_IN_PERSON = _folded([*ADDRESSES, *SUFFIXES, *NAMES_ALONE])
_IN_ACCOUNT = _folded(
    {f"{account.number}+" for account in ACCOUNTS if account.number}
    | {f"{account.login}@" for account in ACCOUNTS}
)

# Few people make many commits.
_known: dict[bytes, bool] = {}


def could_matter(
    author_line: bytes, committer_line: bytes, message: bytes, also: tuple[str, ...] = ()
) -> bool:
    """Whether a commit could hold a marker or a disclosure; never False where it does.

    `author_line` and `committer_line` are the headers of a stored commit, with or without their names and
    dates. `also` are words, in lower case, that matter besides: the keys that a policy gives the fields.
    """
    if _betrays(author_line) or _betrays(committer_line):
        return True
    low = _fold(message)
    for needle in _NEEDLES:
        if needle in low:
            return True
    if "!" in low and any(prefix in low for prefix in _LEFT_BEHIND):
        return True
    # Only a whole address in brackets counts, so the pieces between brackets are looked up, not searched.
    if not _ADDRESSES.isdisjoint(low.split(">")) or _names_account(low):
        return True
    return _has_key_or_link(low) or (bool(also) and any(word in low for word in also))


def _has_key_or_link(low: str) -> bool:
    pieces = low.split(":")
    for piece in pieces:
        if piece[piece.rfind("\n") + 1 :].rstrip() in _KEYS or piece.startswith(_AFTER_SCHEME):
            return True
    return not low.isascii() and any(map(_ends_in_foreign_key, pieces))


def _ends_in_foreign_key(piece: str) -> bool:
    """Whether the word before a colon could be a known key in letters that only look like its own."""
    word = piece[piece.rfind("\n") + 1 :].rstrip()
    return not word.isascii() and " " not in word


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
    # An assistant's account has a number and a plus sign before its login, or is an app's, in brackets.
    if "+" not in low and "]" not in low:
        return False
    return HOST in low and any(account in low for account in _IN_ACCOUNT)
