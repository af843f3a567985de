"""What gzip, bzip2 and xz have packed, unpacked up to a size."""

from trailers.typed import Callable, NamedTuple, Protocol

_PACKED = ((b"\x1f\x8b\x08", "gzip"), (b"BZh", "bzip2"), (b"\xfd7zXZ\0", "xz"))
_BZIP2_BLOCK = (b"1AY&SY", b"\x17rE8P\x90")  # a block's beginning, and the end of an empty file
_MOST_MEMORY = 64 << 20  # of xz: a hostile file asks for 4 GB
# Bytes that are given at once: small, for each stream of many small ones copies what is left of them.
_CHUNK = 1 << 14
_MOST_AT_ONCE = 1 << 20


class Unpacked(NamedTuple):
    """The bytes, or why there are none."""

    data: bytes
    unchecked: str = ""


class _Decompressor(Protocol):
    @property
    def eof(self) -> bool: ...
    @property
    def unused_data(self) -> bytes: ...
    def decompress(self, data: bytes, max_length: int = ..., /) -> bytes: ...


def packed_with(data: bytes) -> str:
    """What packed these bytes: `gzip`, `bzip2` or `xz`; empty for what is none of them."""
    for mark, name in _PACKED:
        if data.startswith(mark) and (name != "bzip2" or data.startswith(_BZIP2_BLOCK, 4)):
            return name
    return ""


def unpack(packing: str, data: bytes, most: int) -> Unpacked:
    """The bytes that were packed, of all streams one after another; none where there are more than `most`."""
    make, broken = _decompressors(packing)
    parts: list[bytes] = []
    size = at = 0
    try:
        while at < len(data):
            decompressor = make()
            waiting = b""
            while not decompressor.eof:
                # zlib gives back what it has not used, the others keep it and say so.
                if not waiting and getattr(decompressor, "needs_input", True):
                    waiting = data[at : at + _CHUNK]
                    at += len(waiting)
                    if not waiting:
                        return Unpacked(b"", f"a {packing} file that ends too early")
                part = decompressor.decompress(waiting, min(_MOST_AT_ONCE, most - size + 1))
                waiting = getattr(decompressor, "unconsumed_tail", b"")
                parts.append(part)
                size += len(part)
                if size > most:
                    return Unpacked(b"", f"a {packing} file that unpacks to more than {most >> 20} MiB")
            at = _behind_padding(data, at - len(decompressor.unused_data))
    except broken:
        return Unpacked(b"", f"a corrupt {packing} file")
    return Unpacked(b"".join(parts))


def _behind_padding(data: bytes, at: int) -> int:
    """Where the next stream begins: zeros may stand before it."""
    while chunk := data[at : at + _CHUNK]:
        rest = len(chunk.lstrip(b"\0"))
        at += len(chunk) - rest
        if rest:
            break
    return at


def _decompressors(packing: str) -> tuple[Callable[[], _Decompressor], tuple[type[Exception], ...]]:
    """What makes a decompressor for one stream, and what it raises."""
    if packing == "gzip":
        import zlib

        return lambda: zlib.decompressobj(31), (zlib.error,)
    if packing == "bzip2":
        import bz2

        return bz2.BZ2Decompressor, (OSError, EOFError, ValueError)
    import lzma

    return lambda: lzma.LZMADecompressor(lzma.FORMAT_XZ, _MOST_MEMORY), (
        lzma.LZMAError,
        EOFError,
        MemoryError,
    )
