"""The window of a transcript that belongs to a commit, and its digest.

It is the whole lines after the last one that was written before the parent commit, up to the end. Where
these are more than 6 MiB, it begins with the first line at or after a multiple of 2 MiB, 4 to 6 MiB before
the end. So the end alone says where it begins, and it is found again in a file that has grown since.
"""

import os
from importlib import import_module

from trailers.assistants.sessions.backwards import Backwards
from trailers.assistants.sessions.glance import is_since
from trailers.assistants.sessions.places import opened
from trailers.assistants.sessions.scanning import record_of
from trailers.assistants.sessions.times import seconds_of, text_of
from trailers.typed import TYPE_CHECKING, BinaryIO, Iterator, NamedTuple

if TYPE_CHECKING:
    from hashlib import _Hash as HASH

LONGEST, GRID = 6 << 20, 2 << 20
_BLOCK = 1 << 20
_PIECE = 1 << 16  # that many bytes are read and hashed at once
_LARGE = 1 << 20


class Window(NamedTuple):
    """The SHA-256 of a window's bytes, its lines with their line feeds, in hexadecimal; and its size."""

    sha256: str
    lines: int
    bytes: int


def sha256_since(path: str, since: int) -> str:
    """The digest of the window now, '' where no whole line was written since. Raises OSError."""
    running = None
    for size, piece in _pieces(path, since):
        running = running or _sha256(size)
        running.update(piece)
    return running.hexdigest() if running else ""


def digest(path: str, since: int) -> Window | None:
    """The window now; None where no whole line was written since. Raises OSError."""
    running, lines, length = None, 0, 0
    for size, piece in _pieces(path, since):
        running, length = running or _sha256(size), size
        running.update(piece)
        lines += piece.count(b"\n")
    return Window(running.hexdigest(), lines, length) if running else None


def window_bytes(path: str, since: int) -> bytes:
    """The lines of the window with their line feeds; raises OSError."""
    return b"".join(piece for _, piece in _pieces(path, since))


def _pieces(path: str, since: int) -> Iterator[tuple[int, bytes]]:
    """The window piece by piece, each with the length of all; raises OSError."""
    handle, size = _open(path)
    try:
        start, end = _borders(Backwards(handle, size), since)
        os.lseek(handle, start, os.SEEK_SET)
        left = end - start
        while left > 0:
            piece = os.read(handle, min(left, _PIECE))
            if not piece:
                raise OSError("it has become shorter while it was read")
            left -= len(piece)
            yield end - start, piece
    finally:
        os.close(handle)


def find_window(path: str, since: int, sha256: str) -> Window | None:
    """The window with this digest that ends at any line of the file, which is read once. Raises OSError."""
    try:
        wanted = bytes.fromhex(sha256)
    except ValueError:
        return None
    handle, _ = _open(path)
    search = _Search(since)
    with os.fdopen(handle, "rb") as file:
        for line, length in _lines(file):
            found = search.add(line, length)
            if found is not None and found.hash.digest() == wanted:
                return Window(sha256.lower(), found.lines, search.end - found.start)
    return None


def hmac_of(text: str, key_id: str, key: bytes) -> str:
    """The context `hmac-sha256:KEYID:HEX` of a short text, whose plain digest could be guessed."""
    import hmac

    return f"hmac-sha256:{key_id}:{hmac.new(key, text.encode(), 'sha256').hexdigest()}"


class _Running:
    """A digest that runs along, and what it is of: the lines from an offset on."""

    def __init__(self, start: int) -> None:
        from hashlib import sha256

        self.hash = sha256()
        self.start = start
        self.lines = 0

    def update(self, line: bytes) -> None:
        self.hash.update(line)
        self.lines += 1


class _Search:
    """The window that ends at each line, with digests that run along: of all since, and from the grid."""

    def __init__(self, since: int) -> None:
        self.since = since
        self.earliest = text_of(since)
        self.previous = -1  # where the line before began
        self.end = 0
        self.whole = _Running(0)  # of all the lines since
        self.parts: dict[int, _Running] = {}  # by the multiple of 2 MiB at or after which they begin

    def add(self, line: bytes | None, length: int) -> _Running | None:
        """The digest of the window that ends with this line; None is a line too long for one."""
        start, self.end = self.end, self.end + length
        previous, self.previous = self.previous, start
        if line is None:
            self.parts.clear()
            return None
        if _is_before(line, self.earliest, self.since):
            self.whole = _Running(self.end)
            self.parts.clear()
            return None
        for mark in range(start - start % GRID, max(previous, start - LONGEST), -GRID):
            self.parts[mark] = _Running(start)
        for running in (self.whole, *self.parts.values()):
            running.update(line)
        if self.end - self.whole.start <= LONGEST:
            return self.whole
        for mark in [mark for mark in self.parts if mark <= self.end - LONGEST]:
            del self.parts[mark]
        return self.parts.get(_mark(self.end))


def _mark(end: int) -> int:
    """The multiple of 2 MiB at or after which a long window with this end begins."""
    return ((end - LONGEST) // GRID + 1) * GRID


def _borders(lines: Backwards, since: int) -> tuple[int, int]:
    """Where the window begins and ends; the same where there is none."""
    earliest = text_of(since)
    start = end = part = -1
    for block in lines.blocks():
        if end < 0:
            start = end = part = lines.offset + len(block) + 1
        if lines.offset >= _mark(end) and is_since(block, earliest):
            start = part = lines.offset
            continue
        at = lines.offset + len(block) + 1
        for line in reversed(block.split(b"\n")):
            at -= len(line) + 1
            if len(line) < LONGEST and _is_before(line, earliest, since):
                return start, end
            start = at
            if end - start > LONGEST:
                return part, end
            part = start if start >= _mark(end) else part
    return (start, end) if end >= 0 and not lines.cut else (0, 0)


def _is_before(line: bytes, earliest: bytes, since: int) -> bool:
    """Whether the line says that it was written before; one that gives no time belongs to those around it."""
    if b'"timestamp"' not in line or is_since(line, earliest):
        return False
    record = record_of(line)
    time = seconds_of(record.get("timestamp")) if record else None
    return time is not None and time < since


def _lines(file: BinaryIO) -> Iterator[tuple[bytes | None, int]]:
    """The whole lines and their lengths, with their line feeds; None for one that is too long."""
    while line := file.readline(LONGEST + 1):
        length = len(line)
        if not line.endswith(b"\n"):
            while more := file.readline(_BLOCK):
                length += len(more)
                if more.endswith(b"\n"):
                    break
            else:
                return
            yield None, length
        elif length > LONGEST:
            yield None, length
        else:
            yield line, length


def _open(path: str) -> tuple[int, int]:
    real = os.path.realpath(path)
    return opened(os.path.dirname(real), real)


def _sha256(size: int) -> "HASH":
    """A digest to be: for little data without OpenSSL, which takes longer to load than they to hash.

    `hashlib` itself loads every other algorithm too.
    """
    for module in ("_sha2", "_sha256") if size <= _LARGE else ("_hashlib",):  # since Python 3.12, and before
        try:
            loaded = import_module(module)
        except ImportError:
            continue
        made: HASH = loaded.openssl_sha256() if module == "_hashlib" else loaded.sha256()
        return made
    from hashlib import sha256

    return sha256()
