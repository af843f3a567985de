"""What of a file's bytes is scanned: text as UTF-8 where that can be told, and why not where it is not."""

from trailers.typed import NamedTuple

BINARY = "a binary file"
LFS_POINTER = "a Git LFS pointer"

# How far git looks for a NUL (`buffer_is_binary`, xdiff-interface.c). One further on hides nothing.
_GIT_LOOKS = 8000

# UTF-32 first: its mark for the little end begins with that of UTF-16.
_MARKS = (
    (b"\xef\xbb\xbf", ""),
    (b"\xff\xfe\0\0", "utf-32-le"),
    (b"\0\0\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
_MARKED = tuple(mark for mark, _ in _MARKS)

_LFS = b"version https://git-lfs.github.com/spec/v1\n"
# A pointer has to be smaller: https://github.com/git-lfs/git-lfs/blob/main/docs/spec.md
_LFS_MOST = 1024


class Content(NamedTuple):
    """The bytes to scan; `skipped` says why there are none (`BINARY`, `LFS_POINTER`), else it is empty."""

    data: bytes
    skipped: str = ""


def read_content(data: bytes) -> Content:
    """What to scan of a file that has these bytes.

    UTF-16 and UTF-32 become UTF-8, line by line the same; a byte order mark goes. Bytes that are not UTF-8
    (Latin-1, any other code page) stay: every token is ASCII in all of them.
    """
    if data.startswith(_MARKED):
        data = _unmarked(data)
    if data.find(b"\0", 0, _GIT_LOOKS) >= 0:
        encoding = _plain_utf_16(data[:_GIT_LOOKS])
        return Content(_as_utf_8(data, encoding)) if encoding else Content(b"", BINARY)
    if data.startswith(_LFS) and _is_lfs_pointer(data):
        return Content(b"", LFS_POINTER)
    return Content(data)


def _unmarked(data: bytes) -> bytes:
    """Text behind its byte order mark, as UTF-8."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            rest = data[len(mark) :]
            return _as_utf_8(rest, encoding) if encoding else rest
    return data


def _as_utf_8(data: bytes, encoding: str) -> bytes:
    # Half a character at the end, or half a pair, must not hide what stands before it.
    return data.decode(encoding, "replace").encode()


def _plain_utf_16(data: bytes) -> str:
    """The encoding of text that is UTF-16 without a mark: nearly every other byte is NUL, and no other is.

    PowerShell and Windows' tools write such files; git calls them binary, but a token in one is a token.
    """
    even, odd = data[0::2], data[1::2]
    for zeros, letters, encoding in ((odd, even, "utf-16-le"), (even, odd, "utf-16-be")):
        if len(zeros) > 3 and b"\0" not in letters and zeros.count(0) * 10 >= len(zeros) * 9:
            return encoding
    return ""


def _is_lfs_pointer(data: bytes) -> bool:
    """Whether nothing but what a pointer has stands there, so that none is a place to hide a secret."""
    if len(data) >= _LFS_MOST or not data.endswith(b"\n"):
        return False
    keys = []
    for line in data[len(_LFS) : -1].split(b"\n"):
        key, _, value = line.partition(b" ")
        digest = value.removeprefix(b"sha256:")
        is_digest = len(digest) == 64 == len(value) - 7 and not digest.strip(b"0123456789abcdef")
        if not (value.isdigit() and len(value) < 20 if key == b"size" else is_digest):
            return False
        keys.append(key)
    return keys.count(b"oid") == 1 == keys.count(b"size")
