"""Which stored commits can be passed over unread: a superset test on raw bytes.

A history of 80,000 commits has a few hundred that any rule can say something about. The others are passed
over: no marker, no line that is or claims to be a disclosure, nothing unreadable, nothing left unfinished.
"""

from trailers.assistants.needles import could_matter, needle
from trailers.disclosure.vocabulary import DEFAULT_KEYS, Keys, written_keys

_AUTHOR = b"\nauthor "
_COMMITTER = b"\ncommitter "


def may_be_passed_over(content: bytes, limit: int, also: tuple[str, ...] = ()) -> bool:
    """Whether no rule can find anything in this commit object, in the modes `detected` and `forbid`.

    `also` is what `unusual` gives for the policy's keys; `limit` is its message size in bytes.
    """
    head, _, message = content.partition(b"\n\n")
    if len(message) > limit or 0 in message or b"\nencoding " in head:
        return False
    if not (message.isascii() or _is_utf8(message)):
        return False
    if head.count(_AUTHOR) != 1 or head.count(_COMMITTER) != 1:
        return False
    return not could_matter(_header(head, _AUTHOR), _header(head, _COMMITTER), message, also)


def unusual(keys: Keys) -> tuple[str, ...]:
    """What has to be looked for besides what always is: the keys that are not the default ones."""
    usual = {key for _, key in written_keys(DEFAULT_KEYS)}
    return tuple(needle(key) for _, key in written_keys(keys) if key not in usual)


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
