"""Secrets that base64 hides, one level of it: what is encoded is decoded, scanned, and found where it stands.

Kubernetes' secrets, authorization headers and PowerShell's `-EncodedCommand` are written so. What does not
decode to text is let be: a picture, a digest, a random token, a path.
"""

import re
from bisect import bisect_right

from trailers.secrets.content import read_content
from trailers.secrets.found import Found
from trailers.typed import Callable, Iterator, NamedTuple, Sequence

# Characters of one piece; 16 are the least that gitleaks decodes, and 12 bytes are less than any token.
_SHORTEST = 20
# Lines at least so long go together: PEM has 64 (RFC 7468), MIME 76 (RFC 2045).
_WRAPPED = 32
_BETWEEN = b"\n\n"

_PIECE = re.compile(rb"[A-Za-z0-9+/_-]{%d,}+={0,2}" % _SHORTEST)
_LINE_END = re.compile(rb"\r?\n[ \t]{0,64}+(?=[A-Za-z0-9+/_-])")
_LAST_PIECE = re.compile(rb"[A-Za-z0-9+/_-]++={0,2}")
_GOES_ON = tuple(bytes((code,)) for code in b" \t:.=")
_URL_SAFE = bytes.maketrans(b"-_", b"+/")
# The control characters that text has none of.
_NO_TEXT = bytes(code for code in range(32) if code not in b"\t\n\r\f\x1b") + b"\x7f"


class Decoded(NamedTuple):
    """What the bytes from `start` to before `end` encode."""

    start: int
    end: int
    data: bytes


def decoded(data: bytes) -> Iterator[Decoded]:
    """What is encoded in a text, in order. Time grows with the text."""
    at = 0
    while (piece := _PIECE.search(data, at)) is not None:
        at = piece.end()
        lines = [piece[0]]
        while (following := _following(data, at, lines)) is not None:
            lines.append(following[0])
            at = following.end()
        whole = _text(b"".join(lines))
        if whole:
            yield Decoded(piece.start(), at, whole)
        elif len(lines) > 1:
            yield from _one_by_one(data, piece.start(), at)


def decoded_findings(path: str, data: bytes, scan: Callable[[str, bytes], Sequence[Found]]) -> list[Found]:
    """The secrets that are encoded in a text, each placed where its encoded text begins.

    `scan` is asked once, about all that is encoded.
    """
    pieces = list(decoded(data))
    if not pieces:
        return []
    founds = scan(path, _BETWEEN.join(piece.data for piece in pieces))
    if not founds:
        return []
    first_lines, line = [], 1
    for piece in pieces:
        first_lines.append(line)
        line += piece.data.count(b"\n") + len(_BETWEEN)
    places = _places(data, [piece.start for piece in pieces])
    founds_at = []
    for found in founds:
        at = bisect_right(first_lines, found.line) - 1
        founds_at.append((at, found._replace(line=places[at][0], column=places[at][1])))
    return [found for _, found in sorted(founds_at, key=lambda one: one[0])]


def _following(data: bytes, at: int, lines: Sequence[bytes]) -> re.Match[bytes] | None:
    """The next line, where the lines so far are full ones of something wrapped."""
    if len(lines[0]) < _WRAPPED or len(lines[-1]) != len(lines[0]) or lines[-1].endswith(b"="):
        return None
    end = _LINE_END.match(data, at)
    following = _LAST_PIECE.match(data, end.end()) if end else None
    if following is None or len(following[0]) > len(lines[0]):
        return None
    # A word at the beginning of a line of something else is no last line.
    return None if data[following.end() : following.end() + 1] in _GOES_ON else following


def _one_by_one(data: bytes, start: int, end: int) -> Iterator[Decoded]:
    for piece in _PIECE.finditer(data, start, end):
        text = _text(piece[0])
        if text:
            yield Decoded(piece.start(), piece.end(), text)


def _text(encoded: bytes) -> bytes:
    """The text that is encoded; empty where it is none."""
    import binascii

    bare = encoded.rstrip(b"=")
    if b"-" in bare or b"_" in bare:
        if b"+" in bare or b"/" in bare:
            return b""
        bare = bare.translate(_URL_SAFE)
    # One character alone encodes nothing: such a length is none that base64 has.
    if len(bare) % 4 == 1:
        return b""
    content = read_content(binascii.a2b_base64(bare + b"=" * (-len(bare) % 4)))
    text = content.data
    if len(text) != len(text.translate(None, _NO_TEXT)):
        return b""
    try:
        text.decode()
    except UnicodeDecodeError:
        return b""
    return text


def _places(data: bytes, starts: Sequence[int]) -> list[tuple[int, int]]:
    """Line and column, in characters, of each of these offsets, which are in order."""
    places = []
    line, line_start, last, column = 1, 0, 0, 1
    for start in starts:
        breaks = data.count(b"\n", last, start)
        if breaks:
            line += breaks
            line_start = data.rfind(b"\n", last, start) + 1
            last, column = line_start, 1
        column += len(data[last:start].decode("utf-8", "surrogateescape"))
        last = start
        places.append((line, column))
    return places
