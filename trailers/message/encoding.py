"""From a stored message's bytes to text, by the commit's `encoding` header, as git log re-codes it.

git stores what it was given: without the header the bytes are meant as UTF-8 (git-commit(1),
DISCUSSION). What cannot be decoded is kept as lone surrogates, so that the ASCII part can be read
all the same, and `problem` says why.
"""

import codecs

from trailers.typed import NamedTuple

_UTF8 = ("", "utf-8", "utf8")
# Text encodings of Python that no iconv knows: they are escapes, not character sets.
_NO_CHARACTER_SETS = frozenset(
    ("idna", "punycode", "undefined", "unicode_escape", "raw_unicode_escape", "mbcs", "oem", "utf_8_sig")
)


# What trailers and addresses are written with; UTF-7 and ISO-2022 keep it too, and decode the rest.
_ASCII = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789 <>@:-.,/\n"


class Decoded(NamedTuple):
    """The text of a message; `problem` is None where every byte was understood."""

    text: str
    problem: str | None


def decode(message: bytes, encoding: str = "") -> Decoded:
    """The text of a message up to its first NUL, where git stops too."""
    raw, nul, _ = message.partition(b"\0")
    hidden = f"a NUL byte at offset {len(raw)} hides the rest of it from git" if nul else None
    try:
        text = raw.decode(_codec(encoding))
    except (ValueError, LookupError) as error:
        text = raw.decode("utf-8", "surrogateescape")
        return Decoded(text, hidden or _why(error, encoding))
    return Decoded(text, hidden)


def _codec(encoding: str) -> str:
    if encoding.lower() in _UTF8:
        return "utf-8"
    name = codecs.lookup(encoding).name
    if name.replace("-", "_") in _NO_CHARACTER_SETS or not _keeps_ascii(name):
        raise LookupError(encoding)
    return name


def _keeps_ascii(name: str) -> bool:
    """Whether ASCII is itself in the character set; in EBCDIC, bytes would hide what they say."""
    try:
        return _ASCII.decode(name) == _ASCII.decode("ascii")
    except UnicodeDecodeError:
        return False


def _why(error: ValueError | LookupError, encoding: str) -> str:
    if isinstance(error, UnicodeDecodeError):
        name = encoding or "UTF-8 (it has no encoding header)"
        return f"byte 0x{error.object[error.start]:02x} at offset {error.start} is not {name}"
    return f"its encoding header names {encoding[:40]!r}, which is no known character set"
