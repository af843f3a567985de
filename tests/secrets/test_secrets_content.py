"""What is scanned of a file: encodings, binaries and pointers, and that nothing else hides a secret."""

import codecs
import os
import subprocess

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.growth import LINEAR, growth
from trailers.secrets.content import BINARY, LFS_POINTER, read_content

TEXT = "first line\npassword = hunter2\n"
OID = b"oid sha256:" + b"0123456789abcdef" * 4 + b"\n"
POINTER = b"version https://git-lfs.github.com/spec/v1\n" + OID + b"size 12345\n"

SCANNED = [
    ("plain", b"a\nb\n", b"a\nb\n"),
    ("empty", b"", b""),
    ("UTF-8 with a mark", codecs.BOM_UTF8 + b"a\n", b"a\n"),
    ("UTF-16 with a mark, little end", codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"), TEXT.encode()),
    ("UTF-16 with a mark, big end", codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), TEXT.encode()),
    ("UTF-32 with a mark, little end", codecs.BOM_UTF32_LE + TEXT.encode("utf-32-le"), TEXT.encode()),
    ("UTF-32 with a mark, big end", codecs.BOM_UTF32_BE + TEXT.encode("utf-32-be"), TEXT.encode()),
    ("UTF-16 without a mark, little end", TEXT.encode("utf-16-le"), TEXT.encode()),
    ("UTF-16 without a mark, big end", TEXT.encode("utf-16-be"), TEXT.encode()),
    ("half a character at the end", TEXT.encode("utf-16-le") + b"x", (TEXT + "\ufffd").encode()),
    ("half a pair", codecs.BOM_UTF16_LE + "a".encode("utf-16-le") + b"\x00\xd8", "a\ufffd".encode()),
    ("Latin-1", "naïve = é\n".encode("latin-1"), "naïve = é\n".encode("latin-1")),
    ("bytes of no encoding", b"\xff\x80key\n", b"\xff\x80key\n"),
    ("a NUL where git does not look", b"x" * 8000 + b"\0key", b"x" * 8000 + b"\0key"),
    ("a mark alone", codecs.BOM_UTF16_LE, b""),
]
SKIPPED = [
    ("a NUL", b"a\0b", BINARY),
    ("the last NUL that git sees", b"x" * 7999 + b"\0", BINARY),
    ("an ELF file", b"\x7fELF\x02\x01\x01" + bytes(9), BINARY),
    ("zeros", bytes(100), BINARY),
    ("NULs in the text of UTF-16", codecs.BOM_UTF16_LE + "a\0b".encode("utf-16-le"), BINARY),
    ("a pointer", POINTER, LFS_POINTER),
    ("a pointer with an extension", POINTER.replace(b"oid", b"ext-0-foo" + OID[3:] + b"oid"), LFS_POINTER),
]
NO_POINTERS = [
    ("something more", POINTER + b"token abcdefgh\n"),
    ("no line end", POINTER[:-1]),
    ("no size", POINTER[: POINTER.index(b"size")]),
    ("a value that is no digest", POINTER.replace(b"0123456789abcdef", b"0123456789abcdeZ")),
    ("a value that is too long", POINTER.replace(b"oid sha256:", b"oid sha256:ab")),
    ("a size that is none", POINTER.replace(b"12345", b"key")),
    ("too long", POINTER.replace(b"oid", b"".join(b"ext-%d-a" % n + OID[3:] for n in range(14)) + b"oid")),
    ("two", POINTER + OID),
]


@pytest.mark.parametrize(("data", "expected"), [row[1:] for row in SCANNED], ids=[row[0] for row in SCANNED])
def test_what_is_scanned(data, expected):
    assert read_content(data) == (expected, "")


@pytest.mark.parametrize(("data", "why"), [row[1:] for row in SKIPPED], ids=[row[0] for row in SKIPPED])
def test_what_is_skipped(data, why):
    assert read_content(data) == (b"", why)


@pytest.mark.parametrize("data", [row[1] for row in NO_POINTERS], ids=[row[0] for row in NO_POINTERS])
def test_nothing_hides_in_what_looks_like_a_pointer(data):
    assert read_content(data) == (data, "")


def test_git_says_the_same_of_what_is_binary(started):
    rows = [data for _, data, _ in SCANNED + SKIPPED if not data.startswith((b"\xff\xfe", b"\xfe\xff"))]
    rows = [data for data in rows if data and not read_content(data).data.startswith(b"first line")]
    started.check_out()
    for number, data in enumerate(rows):
        (started.path / f"{number:02}").write_bytes(data)
    started.git("add", ".")
    numbers = started.git("diff", "--cached", "--numstat").split("\n")
    git_says = [line.startswith("-") for line in numbers]
    ours = [read_content(data).skipped == BINARY for data in rows]
    assert any(ours)
    # UTF-32 is binary for git, and text for us.
    assert [one for one, data in zip(ours, rows, strict=True) if not data.startswith(b"\0\0\xfe")] == [
        one for one, data in zip(git_says, rows, strict=True) if not data.startswith(b"\0\0\xfe")
    ]


@pytest.mark.skipif(os.system("git lfs version >/dev/null 2>&1") != 0, reason="git-lfs is not installed")
def test_git_lfs_writes_such_pointers(tmp_path):
    run = subprocess.run(
        ["git", "lfs", "clean"], input=b"data", capture_output=True, check=True, cwd=tmp_path
    )
    assert read_content(run.stdout).skipped == LFS_POINTER


@settings(max_examples=200, deadline=None)
@given(st.one_of(st.binary(max_size=200), st.text(max_size=60).map(lambda text: text.encode("utf-16"))))
def test_any_bytes_are_read(data):
    content = read_content(data)
    assert content.skipped in ("", BINARY, LFS_POINTER)
    assert not content.skipped or not content.data
    if content.data:
        assert content.data.count(b"\n") >= 0


@given(st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=60))
def test_text_with_a_mark_reads_the_same_in_every_encoding(text):
    for mark, encoding in (
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ):
        assert read_content(mark + text.encode(encoding)).data == text.encode()


def test_growth():
    def prepare(size):
        data = codecs.BOM_UTF16_LE + ("ab\n" * size).encode("utf-16-le")
        return lambda: read_content(data)

    assert growth(prepare) < LINEAR
