"""The key of keyed digests: from where it is taken, and which are refused."""

import os

import pytest

from tests.secret_examples import filled
from trailers.authoring.prompts.key import KeyRefusedError, fault_of_key, read_key

KEY = filled("{hex:64}", 11)


@pytest.mark.parametrize("template", ["{hex:32}", "{hex:64}", "{base64:43}=", "{base64url:43}", "{alnum:32}"])
@pytest.mark.parametrize("seed", range(20))
def test_a_random_key(template, seed):
    assert fault_of_key(filled(template, seed).encode()) == ""


def test_random_bytes():
    for _ in range(100):
        assert fault_of_key(os.urandom(32)) == ""


@pytest.mark.parametrize(
    ("key", "why"),
    [
        (b"", "0 bytes"),
        (b"0123456789abcdef0123456789abcde", "31 bytes"),
        (b"a" * 64, "fewer than 10"),
        (b"changeme" * 8, "fewer than 10"),
        (b"0123456789abcdef" * 4, "repeats"),
        (b"0123456789abcdef" * 3 + b"0123", "repeats"),
        (bytes(range(64)), "row"),
        (bytes(range(255, 100, -2)), "row"),
        (b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOP", "row"),
        (b"correct horse battery staple and a paperclip", "words"),
        (b"the-secret-of-our-whole-team-in-this-year", "words"),
    ],
)
def test_a_key_that_could_be_guessed(key, why):
    assert why in fault_of_key(key)


@pytest.fixture
def home(tmp_path):
    file = tmp_path / "home" / ".config/undersign/hmac/team"
    file.parent.mkdir(parents=True)
    file.write_text(KEY + "\n")
    file.chmod(0o600)
    return tmp_path / "home"


def refused(key_id, environ, home, directory):
    with pytest.raises(KeyRefusedError) as refusal:
        read_key(key_id, environ, str(home), str(directory))
    assert KEY not in str(refusal.value)
    return str(refusal.value)


def test_a_file_of_ones_own(home, tmp_path):
    assert read_key("team", {}, str(home), str(tmp_path / "work")) == KEY.encode()


def test_the_environment_comes_first(home, tmp_path):
    environ = {"UNDERSIGN_HMAC": f"team:{KEY[::-1]}"}
    assert read_key("team", environ, str(home), str(tmp_path / "work")) == KEY[::-1].encode()


def test_a_relative_folder_lies_in_the_repository_and_does_not_count(home, tmp_path):
    environ = {"XDG_CONFIG_HOME": "config"}
    assert read_key("team", environ, str(home), str(tmp_path / "work")) == KEY.encode()


@pytest.mark.parametrize("directory", ["", ".config", ".config/undersign/hmac"])
def test_a_key_in_the_repository(home, directory):
    assert "lies in the repository" in refused("team", {}, home, home / directory)


def test_a_link_into_the_repository(home, tmp_path):
    (tmp_path / "work").mkdir()
    (tmp_path / "work/key").write_text(KEY)
    file = home / ".config/undersign/hmac/team"
    file.unlink()
    file.symlink_to(tmp_path / "work/key")
    assert "lies in the repository" in refused("team", {}, home, tmp_path / "work")


@pytest.mark.skipif(os.name != "posix", reason="rights are told otherwise")
@pytest.mark.parametrize("mode", [0o640, 0o604, 0o666])
def test_a_key_that_others_can_read(home, tmp_path, mode):
    (home / ".config/undersign/hmac/team").chmod(mode)
    assert "chmod 600" in refused("team", {}, home, tmp_path / "work")


def test_what_is_no_key(home, tmp_path):
    folder = home / ".config/undersign/hmac"
    os.mkfifo(folder / "fifo", 0o600)
    (folder / "folder").mkdir()
    (folder / "long").write_text(KEY * 100)
    (folder / "long").chmod(0o600)
    for name in ("fifo", "folder", "gone"):
        assert f"there is no key {name}" in refused(name, {}, home, tmp_path / "work")
    assert "more than" in refused("long", {}, home, tmp_path / "work")
    assert "HOME is not set" in refused("team", {}, "", tmp_path)


@pytest.mark.parametrize("end", ["", "\n", "\r\n"])
def test_a_line_end_is_no_part_of_it(tmp_path, end):
    """CI systems keep the one of a secret that was pasted, and editors make one."""
    file = tmp_path / ".config" / "undersign" / "hmac" / "team"
    file.parent.mkdir(parents=True)
    file.write_text(KEY + end, newline="")
    file.chmod(0o600)
    for environ in ({}, {"UNDERSIGN_HMAC": f"team:{KEY}{end}"}):
        assert read_key("team", environ, str(tmp_path), str(tmp_path / "work")) == KEY.encode()
