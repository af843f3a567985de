"""Texts that are too large to be held whole: scanned in pieces, in memory that does not grow."""

from trailers.typed import Callable, Iterator
from trailers.verify.secrets.capping import MOST, Cap
from trailers.verify.secrets.looked import Looked
from trailers.verify.secrets.pieces import Piece, pieces
from trailers.verify.secrets.setting import Setting
from trailers.verify.secrets.source import Opened

Rest = Callable[[int], bytes]

MOST_WHOLE = 1 << 28  # bytes of a text that a scanner may ask to have whole
_MARK = "\ufeff"
_ENCODINGS = ("utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be")


def look_at_large(by: tuple[Setting, Looked], opened: Opened, text: bytes) -> None:
    """Judge a source of which there is more than `opened.data`; `text` is that much of it as UTF-8."""
    setting, looked = by
    source = opened.source
    assert opened.rest
    read = _Counted(opened.rest)
    text, rest = (text, read) if text == opened.data else _as_utf_8(opened.data, text, read)
    unread = looked.counts.get("unread", 0)
    cap = Cap()
    try:
        for piece in _whole(text, rest) if setting.compat else pieces(text, rest):
            found = setting.scanner.scan(source.name, piece.data)
            if found:
                from trailers.verify.secrets.telling import tell

                tell(by, source, found, piece.data, (piece, cap))
            if looked.counts.get("unread", 0) > unread:
                return
            if cap.is_full and piece.end is not None:
                looked.unread(
                    source, f"it has more than {MOST:,} secrets: nothing is read behind {_end(piece)}"
                )
                return
    except (OSError, _TooLargeError) as error:
        looked.unread(source, str(error))
        return
    finally:
        cap.close(looked, source)
    looked.tally("files")
    looked.tally("bytes", len(opened.data) + read.size)


def _end(piece: Piece) -> str:
    assert piece.end
    line, column = piece.end
    return f"line {line + piece.line}, column {column + (piece.column if line == 1 else 0)}"


class _TooLargeError(Exception):
    """A text that would have to be held whole."""


class _Counted:
    """What is read on, with its size so far."""

    def __init__(self, rest: Rest) -> None:
        self.rest = rest
        self.size = 0

    def __call__(self, size: int) -> bytes:
        data = self.rest(size)
        self.size += len(data)
        return data


def _whole(text: bytes, rest: Rest) -> Iterator[Piece]:
    parts = [text]
    size = len(text)
    while more := rest(1 << 22):
        parts.append(more)
        size += len(more)
        if size > MOST_WHOLE:
            raise _TooLargeError(f"it is larger than {MOST_WHOLE >> 20} MiB, and mode compat needs it whole")
    yield Piece(b"".join(parts))


def _as_utf_8(data: bytes, text: bytes, rest: Rest) -> tuple[bytes, Rest]:
    """`text`, and what is read on, as UTF-8: in the encoding in which `data` is `text`.

    Half a character at the end of `data`, of which `text` made another one, is read to its end.
    """
    from codecs import getincrementaldecoder

    for encoding in _ENCODINGS:
        decoder = getincrementaldecoder(encoding)("surrogateescape" if encoding == "utf-8" else "replace")
        begun = decoder.decode(data).removeprefix(_MARK).encode("utf-8", "surrogateescape")
        if begun and text.startswith(begun):
            text = begun
            break

    def read(size: int) -> bytes:
        while more := rest(size):
            decoded = decoder.decode(more)
            if decoded:
                return decoded.encode("utf-8", "surrogateescape")
        return b""

    return text, read
