"""Which stored commits can be passed over unread: a superset test on raw bytes.

A history of 80,000 commits has a few hundred that any rule can say something about. False is only
answered where no rule can: no marker, no disclosure key, nothing unreadable, nothing left unfinished.
"""

from collections.abc import Iterable

from trailers.assistants.needles import could_matter
from trailers.disclosure.vocabulary import DEFAULT_KEYS, written_keys
from trailers.message.claim import claimants, spellings

_DEFAULT = tuple(key for _, key in written_keys(DEFAULT_KEYS))
_AUTHOR = b"\nauthor "
_COMMITTER = b"\ncommitter "


def may_be_passed_over(content: bytes, limit: int, also: tuple[str, ...] = ()) -> bool:
    """Whether no rule can find anything in this commit object, in the modes `detected` and `forbid`.

    `also` are the policy's own trailer keys, as `unusual` gives them; `limit` its message size in bytes.
    """
    head, _, message = content.partition(b"\n\n")
    if len(message) > limit or 0 in message or b"\nencoding " in head:
        return False
    if not message.isascii() and (not _is_utf8(message) or _may_claim(message, also)):
        return False
    return not could_matter(_header(head, _AUTHOR), _header(head, _COMMITTER), message, also)


def unusual(keys: Iterable[str]) -> tuple[str, ...]:
    """The trailer keys, in lower case and as they may be misspelt, to look for besides what always is."""
    own = [key.lower() for key in keys if not could_matter(b"", b"", f"\n{key}: ".encode())]
    return tuple({key.replace("-", mark): None for key in own for mark in ("-", " ", "_", "")})


def _may_claim(message: bytes, words: tuple[str, ...]) -> bool:
    """Whether a line could claim to be a disclosure in letters that only look like those of its key."""
    return bool(claimants(message.decode(), spellings((*_DEFAULT, *words))))


def _is_utf8(message: bytes) -> bool:
    try:
        message.decode()
    except UnicodeDecodeError:
        return False
    return True


def parents_of(content: bytes, identifier: str) -> tuple[str, ...]:
    """The parents of a commit object, whose ids are as long as its own."""
    length = len(identifier)
    at = len(b"tree ") + length + 1
    parents = []
    while content.startswith(b"parent ", at):
        parents.append(content[at + 7 : at + 7 + length].decode("ascii"))
        at += 8 + length
    return tuple(parents)


def _header(head: bytes, name: bytes) -> bytes:
    start = head.find(name) + len(name)
    end = head.find(b"\n", start)
    return head[start:] if end < 0 else head[start:end]
