"""Files within archives: zip (jar, whl, egg, apk …), tar, and what gzip, bzip2 and xz have packed.

Nothing is written to a disk and nothing raises: what cannot be read, or is more than anybody means to scan,
is a member with a reason in `unchecked`. An archive within an archive is such a one.
"""

import io

from trailers.secrets.unpacking import Unpacked, packed_with, unpack
from trailers.typed import IO, Iterator, NamedTuple

MOST_MEMBERS = 20_000
MOST_BYTES = 128 << 20  # of one archive, unpacked
MOST_OF_A_MEMBER = 16 << 20
# Text shrinks to a tenth, a log to a fiftieth; deflate can a thousandfold, and a bomb is near it.
MOST_RATIO = 200
_SMALL = 1 << 20  # a small file of zeros may be there for its own reasons

_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_ZIP_ENTRY = b"PK\x01\x02"
_TAR_AT, _TAR = 257, b"ustar"
# What `zipfile` can unpack; LZMA is left out, for its dictionary may ask for 4 GB.
_METHODS = (0, 8, 12)
_TOO_MANY = f"more than {MOST_MEMBERS:,} files in an archive"
_UNIX = 3
_DIRECTORY = 0x4000  # of a Unix mode
_LINK = 0xA000
_KIND = 0xF000


class Member(NamedTuple):
    """One file of an archive, named `archive!inner/path`; `unchecked` says why its bytes are not here."""

    path: str
    data: bytes
    unchecked: str = ""


def is_archive(data: bytes) -> bool:
    """Whether these bytes begin as an archive does, whatever the file is called."""
    return data.startswith(_ZIP) or bool(packed_with(data)) or data.startswith(_TAR, _TAR_AT)


def members(path: str, data: bytes) -> Iterator[Member]:
    """The files of an archive, one after another; nothing for what is none."""
    if data.startswith(_ZIP):
        yield from _within(path, data, _zip_members(path, data))
    elif data.startswith(_TAR, _TAR_AT):
        yield from _within(path, data, _tar_members(path, data))
    elif packing := packed_with(data):
        most = min(MOST_BYTES, max(_SMALL, len(data) * MOST_RATIO))
        unpacked = unpack(packing, data, most)
        if unpacked.unchecked:
            yield Member(path, b"", unpacked.unchecked)
        elif unpacked.data.startswith(_TAR, _TAR_AT):
            yield from _within(path, data, _tar_members(path, unpacked.data))
        else:
            yield _opened(f"{path}!{_inner_name(path)}", unpacked)


def _within(path: str, data: bytes, opened: Iterator[Member]) -> Iterator[Member]:
    """The members, until there are more than anybody means, or more bytes than the archive can have."""
    most = min(MOST_BYTES, max(_SMALL, len(data) * MOST_RATIO))
    size = 0
    for number, member in enumerate(opened):
        if number >= MOST_MEMBERS:
            yield Member(path, b"", _TOO_MANY)
            return
        size += len(member.data)
        if size > most:
            reason = f"{MOST_RATIO} times its size" if most < MOST_BYTES else f"{MOST_BYTES >> 20} MiB"
            yield Member(path, b"", f"an archive that unpacks to more than {reason}")
            return
        yield member


def _zip_members(path: str, data: bytes) -> Iterator[Member]:
    import struct
    import zipfile
    import zlib

    if data.count(_ZIP_ENTRY) > MOST_MEMBERS:
        yield Member(path, b"", _TOO_MANY)  # before each becomes an object
        return
    broken = (zipfile.BadZipFile, zlib.error, struct.error, OSError, EOFError, ValueError, RuntimeError)
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except broken:
        yield Member(path, b"", "a corrupt zip archive")
        return
    with archive:
        for info in archive.infolist():
            name = f"{path}!{info.filename}"
            kind = (info.external_attr >> 16) & _KIND if info.create_system == _UNIX else 0
            if info.is_dir() or kind in (_LINK, _DIRECTORY):
                continue
            if info.flag_bits & 1:
                yield Member(name, b"", "an encrypted file in an archive")
            elif info.compress_type not in _METHODS:
                yield Member(name, b"", "a file that is packed in a way that is not known here")
            else:
                try:
                    with archive.open(info) as file:
                        unpacked = _read(file)
                except broken:
                    unpacked = Unpacked(b"", "a corrupt file in an archive")
                yield _opened(name, unpacked)


def _tar_members(path: str, data: bytes) -> Iterator[Member]:
    import tarfile

    broken = (tarfile.TarError, OSError, EOFError, ValueError, RecursionError, OverflowError)
    try:
        with tarfile.open(fileobj=io.BytesIO(data), mode="r:") as archive:
            for number, info in enumerate(archive):
                if number >= MOST_MEMBERS:
                    yield Member(path, b"", _TOO_MANY)
                    return
                file = archive.extractfile(info) if info.isreg() else None
                if file is not None:
                    yield _opened(f"{path}!{info.name}", _read(file, info.size))
    except broken:
        yield Member(path, b"", "a corrupt tar archive")
        return
    if archive.offset < len(data) and data.count(b"\0", archive.offset) != len(data) - archive.offset:
        yield Member(path, b"", "a corrupt tar archive")


def _read(file: IO[bytes], size: int = 0) -> Unpacked:
    data = file.read(MOST_OF_A_MEMBER + 1)
    if len(data) > MOST_OF_A_MEMBER:
        return Unpacked(b"", f"a file of more than {MOST_OF_A_MEMBER >> 20} MiB in an archive")
    return Unpacked(b"", "a corrupt file in an archive") if len(data) < size else Unpacked(data)


def _opened(name: str, unpacked: Unpacked) -> Member:
    data, unchecked = unpacked
    if not unchecked and is_archive(data):
        return Member(name, b"", "an archive in an archive")
    return Member(name, data, unchecked)


def _inner_name(path: str) -> str:
    """What a packed file is called when it is unpacked: `a/b.txt.gz` is `b.txt`."""
    name = path.rpartition("/")[2].rpartition("!")[2]
    return name.rpartition(".")[0] or name
