"""Compiled databases between runs: kept privately, and read only as they were written."""

import os
import stat
import subprocess
import sys

import pytest

from trailers.secrets.prefilter.hyperscan_cache import Cache

KEY = b"a version, a machine and some patterns"
KEPT = (b"who uses it", bytes(range(256)) * 40)


@pytest.fixture
def directory(tmp_path):
    return tmp_path / "home" / ".cache" / "undersign"


@pytest.fixture
def kept(directory):
    """The file of a database that was kept."""
    assert Cache(str(directory), KEY).write(*KEPT)
    (file,) = directory.iterdir()
    return file


def read(directory, key=KEY):
    return Cache(str(directory), key).read()


def test_what_is_kept_is_read_again(directory, kept):
    assert read(directory) == KEPT


@pytest.mark.skipif(os.name == "nt", reason="Windows has no modes")
def test_nobody_else_can_read_or_write_it(directory, kept):
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    assert stat.S_IMODE(directory.stat().st_mode) == 0o700


def test_another_key_is_another_file(directory, kept):
    assert read(directory, b"another version") is None


def test_a_file_under_the_name_of_another_key_is_not_read(directory, kept):
    other = Cache(str(directory), b"another version")
    assert other.write(b"another one", b"another database")
    (others,) = set(directory.iterdir()) - {kept}
    kept.replace(others)
    assert other.read() is None


BROKEN = {
    "empty": lambda data: b"",
    "cut in the head": lambda data: data[:20],
    "cut in the key": lambda data: data[:48],
    "cut at the head's end": lambda data: data[: 40 + len(KEY)],
    "cut behind the users": lambda data: data[: 40 + len(KEY) + len(KEPT[0])],
    "cut by one byte": lambda data: data[:-1],
    "longer by one byte": lambda data: data + b"\0",
    "one bit of the name of the form": lambda data: bytes([data[0] ^ 1]) + data[1:],
    "one bit of the check sum": lambda data: data[:23] + bytes([data[23] ^ 1]) + data[24:],
    "one bit of the key": lambda data: data[:50] + bytes([data[50] ^ 1]) + data[51:],
    "more users than there are": lambda data: data[:32] + b"\xff" * 8 + data[40:],
    "one user less": lambda data: data[:39] + bytes([data[39] - 1]) + data[40:],
    "one bit of the database": lambda data: data[:-5] + bytes([data[-5] ^ 1]) + data[-4:],
    "something else": lambda data: b"#!/bin/sh\n" * 900,
    "line ends mended": lambda data: data.replace(b"\r\n", b"\n"),
}


@pytest.mark.parametrize("broken", BROKEN.values(), ids=BROKEN)
def test_a_broken_file_is_none_and_is_replaced(directory, kept, broken):
    kept.write_bytes(broken(kept.read_bytes()))
    assert read(directory) is None
    assert Cache(str(directory), KEY).write(*KEPT)
    assert read(directory) == KEPT


def _linked(kept):
    kept.rename(kept.with_name("elsewhere"))
    kept.symlink_to(kept.with_name("elsewhere"))


def _fifo(kept):
    kept.unlink()
    os.mkfifo(kept, 0o600)


def _folder(kept):
    kept.unlink()
    kept.mkdir(0o700)


def _others(kept):
    if os.geteuid():
        pytest.skip("only root gives files away")
    os.chown(kept, 4242, 4242)


def _others_folder(kept):
    if os.geteuid():
        pytest.skip("only root gives directories away")
    os.chown(kept.parent, 4242, 4242)


NOT_PRIVATE = {
    "a link": _linked,
    "a pipe": _fifo,
    "a directory": _folder,
    "readable by all, as a checkout is": lambda kept: kept.chmod(0o644),
    "writable by the group": lambda kept: kept.chmod(0o660),
    "somebody else's": _others,
    "in a directory of somebody else": _others_folder,
    "in a directory that all can write": lambda kept: kept.parent.chmod(0o777),
    "in a directory that the group can write": lambda kept: kept.parent.chmod(0o770),
    "in a work tree": lambda kept: (kept.parent.parent / ".git").mkdir(),
    "in a linked work tree": lambda kept: (kept.parent.parent.parent / ".git").write_text("gitdir: x"),
}


@pytest.mark.skipif(os.name == "nt", reason="Windows has no modes")
@pytest.mark.parametrize("spoil", NOT_PRIVATE.values(), ids=NOT_PRIVATE)
def test_a_file_that_others_may_have_written_is_none(directory, kept, spoil):
    spoil(kept)
    assert read(directory) is None


def test_a_work_tree_gets_no_cache(tmp_path):
    (tmp_path / ".git").mkdir()
    cache = Cache(str(tmp_path / "cache"), KEY)
    assert not cache.write(*KEPT)
    assert not cache.is_wanted()
    assert not (tmp_path / "cache").exists()


def test_a_link_into_a_work_tree_is_in_it(tmp_path):
    (tmp_path / "tree" / ".git").mkdir(parents=True)
    (tmp_path / "cache").symlink_to(tmp_path / "tree")
    assert not Cache(str(tmp_path / "cache"), KEY).write(*KEPT)


@pytest.mark.parametrize("place", ["", "/dev/null/cache", "/proc/cache"])
def test_where_nothing_can_be_kept_nothing_is(place):
    cache = Cache(place, KEY)
    assert (cache.read(), cache.write(*KEPT), cache.is_wanted(), cache.is_wanted()) == (
        None,
        False,
        False,
        False,
    )


def test_the_second_run_that_misses_it_knows_of_the_first(directory):
    cache = Cache(str(directory), KEY)
    assert [cache.is_wanted(), cache.is_wanted()] == [False, True]
    assert cache.write(*KEPT)
    assert not cache.is_wanted()


def test_the_oldest_files_go_and_those_of_others_stay(directory):
    directory.mkdir(parents=True, mode=0o700)
    (directory / "of-another-tool").write_text("")
    for number in range(12):
        assert Cache(str(directory), b"%d" % number).write(*KEPT)
        for file in directory.glob("hyperscan-*"):
            os.utime(file, (file.stat().st_mtime - 10,) * 2)
    assert len(list(directory.glob("hyperscan-*"))) == 8
    assert (directory / "of-another-tool").exists()
    assert read(directory, b"11") == KEPT
    assert read(directory, b"0") is None


WRITER = """
import sys
from trailers.secrets.prefilter.hyperscan_cache import Cache
cache = Cache(sys.argv[1], b"key")
for _ in range(40):
    assert cache.write(b"users", b"database" * 9999)
    assert cache.read() in ((b"users", b"database" * 9999), None)
"""


def test_two_processes_at_once(directory):
    writers = [subprocess.Popen([sys.executable, "-c", WRITER, str(directory)]) for _ in range(2)]
    assert [writer.wait(60) for writer in writers] == [0, 0]
    assert read(directory, b"key") == (b"users", b"database" * 9999)
    assert len(list(directory.iterdir())) == 1
