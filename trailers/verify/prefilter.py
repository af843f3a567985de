"""Which stored commits can be passed over unread: a superset test on raw bytes.

A history of 80,000 commits has a few hundred that any rule can say something about. The others are passed
over: no marker, no line that is or claims to be a disclosure, nothing unreadable, nothing left unfinished.
"""

from trailers.assistants.needles import betrays, needle, suspects
from trailers.disclosure.vocabulary import DEFAULT_KEYS, Keys, written_keys
from trailers.typed import Iterable, Sequence

_AUTHOR = b"\nauthor "
_COMMITTER = b"\ncommitter "
_ENCODING = b"\nencoding "


def to_be_read(contents: Sequence[bytes], limit: int, also: tuple[str, ...] = ()) -> set[int]:
    """The places of the commit objects in which a rule could find something; none that could is missing.

    This holds in the modes `detected` and `forbid`. `also` is what `unusual` gives for the policy's keys;
    `limit` is its message size in bytes.
    """
    plain = [_plain_message(content, limit) for content in contents]
    found = suspects([message or b"" for message in plain], also)
    found.update(number for number, message in enumerate(plain) if message is None)
    return found


def nothing_is_said(
    author: bytes, committer: bytes, message: bytes, limit: int, also: tuple[str, ...] = ()
) -> bool:
    """Whether no rule could find anything in a message that is stored as UTF-8, of these two people."""
    read = betrays(author) or betrays(committer) or not _is_plain(message, limit)
    return not read and not suspects((message,), also)


def _plain_message(content: bytes, limit: int) -> bytes | None:
    """The message of a commit object; None where its headers alone call for reading it, or its form does."""
    head, _, message = content.partition(b"\n\n")
    # git writes the author and the committer one after the other, each once, and no encoding for UTF-8.
    author = head.find(_AUTHOR)
    committer = head.find(b"\n", author + 1)
    if author < 0 or committer < 0 or head.find(_COMMITTER) != committer or _ENCODING in head:
        return None
    end = head.find(b"\n", committer + 1)
    if end < 0:
        end = len(head)
    elif head.find(_AUTHOR, end) >= 0 or head.find(_COMMITTER, end) >= 0:
        return None
    if betrays(head[author:committer]) or betrays(head[committer:end]) or not _is_plain(message, limit):
        return None
    return message


def _is_plain(message: bytes, limit: int) -> bool:
    """Whether it is not too long, and text all through."""
    return len(message) <= limit and 0 not in message and (message.isascii() or _is_utf8(message))


def unusual(keys: Keys, refused: Iterable[str] = ()) -> tuple[str, ...]:
    """What has to be looked for besides what always is: the keys that are not the default ones.

    `refused` are the keys that the profile's destination takes from nobody.
    """
    usual = {key.lower() for _, key in written_keys(DEFAULT_KEYS)}
    asked = [*(key for _, key in written_keys(keys)), *sorted(refused)]
    return tuple(needle(key) for key in asked if key.lower() not in usual)


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
