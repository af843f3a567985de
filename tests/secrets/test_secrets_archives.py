"""Archives: what is in them, and that a bomb, a broken one or an encrypted one is named and never raises."""

import bz2
import gzip
import io
import lzma
import struct
import tarfile
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.growth import LINEAR, growth
from trailers.secrets import archives
from trailers.secrets.archives import Member, is_archive, members

FILES = {"a.txt": b"one\n", "dir/b.py": b"two\n" * 9, "empty": b"", "é/ü": b"three"}
PACKINGS = {"gzip": gzip.compress, "bzip2": bz2.compress, "xz": lzma.compress}


def zipped(files, method=zipfile.ZIP_DEFLATED):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as archive:
        archive.mkdir("dir")
        for name, data in files.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def tarred(files, form=tarfile.PAX_FORMAT, kinds=()):
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w", format=form) as archive:
        for name, kind in kinds:
            info = tarfile.TarInfo(name)
            info.type, info.linkname = kind, "/etc/passwd"
            archive.addfile(info)
        for name, data in files.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return buffer.getvalue()


ZIP, TAR = zipped(FILES), tarred(FILES)
NAMED = [Member(f"x.y!{name}", data) for name, data in FILES.items()]
ONE = Member("x.y!x", b"one")
# What some files are packed in, and what is in it.
READ = {
    "zip": (ZIP, NAMED),
    "zip, stored": (zipped(FILES, zipfile.ZIP_STORED), NAMED),
    "zip, bzip2": (zipped(FILES, zipfile.ZIP_BZIP2), NAMED),
    "zip, empty": (zipped({})[:0] + b"PK\x05\x06" + bytes(18), []),
    "tar": (TAR, NAMED),
    "tar, GNU": (tarred({"n" * 200: b"x"}, tarfile.GNU_FORMAT), [Member(f"x.y!{'n' * 200}", b"x")]),
    "tar with links": (tarred({"a": b"x"}, kinds=[("l", tarfile.SYMTYPE)]), [Member("x.y!a", b"x")]),
    **{f"tar, {name}": (pack(TAR), NAMED) for name, pack in PACKINGS.items()},
    **{name: (pack(b"one\n"), [Member("x.y!x", b"one\n")]) for name, pack in PACKINGS.items()},
    **{f"two of {key}": (pack(b"o") + pack(b"ne"), [ONE]) for key, pack in PACKINGS.items()},
    "gzip with padding": (gzip.compress(b"one") + bytes(99), [Member("x.y!x", b"one")]),
    "text": (b"PK is no archive", []),
    "nothing": (b"", []),
    "a text about bzip2": (b"BZh9 is how it begins", []),
}  # fmt: skip


def encrypted():
    """A zip archive whose first file says that it is encrypted."""
    data = bytearray(zipped({"a": b"x" * 30}))
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = data.rfind(mark) + at
        data[place : place + 2] = struct.pack("<H", 1)
    return bytes(data)


def flipped(data, at):
    return data[:at] + bytes((data[at] ^ 0xFF,)) + data[at + 1 :]


STORED = zipped({"a": b"abcdefgh" * 9}, zipfile.ZIP_STORED)
UNCHECKED = {
    "zip, cut off": (ZIP[:-9], "x.y", "corrupt zip"),
    "zip, broken file": (flipped(STORED, STORED.index(b"efgh")), "x.y!a", "corrupt file"),
    "zip, encrypted": (encrypted(), "x.y!a", "encrypted"),
    "zip, LZMA": (zipped({"a": b"x"}, zipfile.ZIP_LZMA), "x.y!a", "not known"),
    "zip in zip": (zipped({"a.jar": ZIP}), "x.y!a.jar", "archive in an archive"),
    "gzip in tar": (tarred({"a.gz": gzip.compress(b"x")}), "x.y!a.gz", "archive in an archive"),
    "xz in gzip": (gzip.compress(lzma.compress(b"x")), "x.y!x", "archive in an archive"),
    "tar, cut off": (TAR[:700], "x.y", "corrupt tar"),
    "tar, broken header": (flipped(TAR, 1100), "x.y", "corrupt tar"),
    "tar, something behind": (TAR + b"x" * 600, "x.y", "corrupt tar"),
    **{f"{name}, cut off": (pack(TAR)[:-12], "x.y", "too early") for name, pack in PACKINGS.items()},
    **{f"{name}, broken": (flipped(pack(TAR), 40), "x.y", "corrupt") for name, pack in PACKINGS.items()},
    "gzip, garbage behind": (gzip.compress(b"one") + b"garbage", "x.y", "corrupt gzip"),
    "zip bomb": (zipped({f"{n}": bytes(1 << 20) for n in range(4)}), "x.y", "unpacks to more than 200 times"),
    "zip bomb, one file": (zipped({"a": bytes(17 << 20)}), "x.y!a", "more than 16 MiB"),
    **{f"{name} bomb": (pack(bytes(4 << 20)), "x.y", "unpacks to more") for name, pack in PACKINGS.items()},
    "xz that wants memory": (lzma.compress(b"x", preset=9 | lzma.PRESET_EXTREME), "x.y", "corrupt xz"),
}  # fmt: skip


@pytest.mark.parametrize("name", READ)
def test_what_is_in_it(name):
    data, expected = READ[name]
    assert list(members("x.y", data)) == expected
    assert is_archive(data) is bool(expected or name == "zip, empty")


@pytest.mark.parametrize("name", UNCHECKED)
def test_what_cannot_be_checked_is_named(name):
    data, path, why = UNCHECKED[name]
    assert is_archive(data)
    unchecked = [member for member in members("x.y", data) if member.unchecked]
    assert [member.path for member in unchecked] == [path]
    assert why in unchecked[0].unchecked
    assert not unchecked[0].data


def test_what_comes_before_a_broken_file_is_there():
    data = zipped({"a": b"one", "b": b"abcdefgh" * 9, "c": b"three"}, zipfile.ZIP_STORED)
    found = list(members("x", flipped(data, data.index(b"abcdefgh") + 3)))
    assert [(member.path, member.data, bool(member.unchecked)) for member in found] == [
        ("x!a", b"one", False),
        ("x!b", b"", True),
        ("x!c", b"three", False),
    ]


@pytest.mark.parametrize("make", [zipped, tarred])
def test_so_many_files_nobody_means(make, monkeypatch):
    monkeypatch.setattr(archives, "MOST_MEMBERS", 10)
    found = list(members("x", make({f"{number}": b"" for number in range(12)})))
    assert len(found) <= 11
    assert found[-1].path == "x"
    assert "files in an archive" in found[-1].unchecked


def test_directories_and_links_count_too(monkeypatch):
    monkeypatch.setattr(archives, "MOST_MEMBERS", 10)
    data = tarred({}, kinds=[(f"{number}", tarfile.DIRTYPE) for number in range(12)])
    assert [bool(member.unchecked) for member in members("x", data)] == [True]


SEEDS = st.sampled_from([ZIP, TAR, *(pack(b"one\n" * 9) for pack in PACKINGS.values()), gzip.compress(TAR)])


@settings(deadline=None, max_examples=300)
@given(
    SEEDS, st.lists(st.tuples(st.integers(0, 1 << 14), st.integers(0, 255)), max_size=4), st.integers(0, 600)
)
def test_any_bytes_are_read_or_named(data, changes, cut):
    changed = bytearray(data)
    for at, value in changes:
        changed[at % len(changed)] = value
    for member in members("x.y", bytes(changed[: len(changed) - cut % len(changed)])):
        assert member.path.startswith("x.y")
        assert not (member.data and member.unchecked)


@settings(deadline=None)
@given(
    st.sampled_from([b"PK\x03\x04", b"PK\x05\x06", b"\x1f\x8b\x08", b"BZh91AY&SY", b"\xfd7zXZ\0"]),
    st.binary(),
)
def test_any_bytes_behind_a_mark(mark, rest):
    assert isinstance(list(members("x", mark + rest)), list)


@pytest.mark.parametrize(
    "make",
    [
        lambda size: zipped({f"{number}": b"x" for number in range(size)}),
        lambda size: tarred({f"{number}": b"x" for number in range(size)}),
        lambda size: gzip.compress(b"x") * size,
        lambda size: gzip.compress(b"x" * 100 * size, 0),
    ],
    ids=["zip", "tar", "many of gzip", "gzip"],
)
def test_growth(make):
    def prepare(size):
        data = make(size)
        return lambda: list(members("x", data))

    assert growth(prepare, 50) < LINEAR
