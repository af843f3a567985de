"""`undersign context verify`: does a file match a digest of a commit?"""

import hashlib
import hmac
import json
import os

import pytest

from tests.repositories import DAY, MODEL, START, message
from trailers.assistants.sessions.window import digest

PARENT = START + DAY
CHILD = PARENT + 3600


def stamp(seconds):
    from datetime import UTC, datetime

    return datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%dT%H:%M:%S.000Z")


def lines(first, count, at):
    """Records as a transcript has them, a second apart."""
    return "".join(
        json.dumps({"type": "assistant", "timestamp": stamp(at + number), "text": f"secret {first + number}"})
        + "\n"
        for number in range(count)
    ).encode()


@pytest.fixture
def transcript(tmp_path):
    """What was said before the parent commit, and after it."""
    path = tmp_path / "transcript.jsonl"
    path.write_bytes(lines(0, 10, PARENT - 60) + lines(10, 5, PARENT + 60))
    return path


@pytest.fixture
def history(repository, monkeypatch):
    monkeypatch.chdir(repository.path)
    repository.commit("The beginning\n", when=START)
    repository.commit("The parent\n", when=PARENT)
    return repository


def named(*values):
    return message(MODEL, *(f"AI-Context: {value}\n" for value in values))


def sha256_of(path, since=PARENT):
    return f"sha256:{digest(str(path), since).sha256}"


@pytest.fixture
def verify(undersign, tmp_path):
    """The command on HEAD: its exit code, and all that it printed; never what the file says."""

    def run(file, *more, commit="HEAD"):
        code, output, error = undersign("context", "verify", "--file", file, commit, *more)
        assert b"secret" not in output + error
        return code, (output + error).decode()

    return run


class TestMatch:
    def test_the_window_at_the_end(self, history, transcript, verify):
        value = sha256_of(transcript)
        history.commit(named("session:claude-code/3f0c", value), when=CHILD)
        size = len(lines(10, 5, PARENT + 60))
        told = f"{value}: the last 5 lines, {size:,} bytes, from {stamp(PARENT)[:19]}Z on, of {transcript}\n"
        assert verify(transcript) == (0, told)

    def test_what_was_written_before_does_not_matter(self, history, transcript, verify):
        history.commit(named(sha256_of(transcript)), when=CHILD)
        transcript.write_bytes(lines(90, 3, PARENT - 600) + transcript.read_bytes())
        assert verify(transcript)[0] == 0

    def test_a_transcript_that_has_grown(self, history, transcript, verify):
        value = sha256_of(transcript)
        history.commit(named(value), when=CHILD)
        with transcript.open("ab") as file:
            file.write(lines(15, 100, CHILD + 60) + b'{"half a record')
        code, told = verify(transcript)
        assert code == 0
        assert f": 5 lines, {len(lines(10, 5, PARENT + 60)):,} bytes, from" in told
        assert "before it grew" in told

    def test_one_of_several(self, history, transcript, verify):
        value = sha256_of(transcript)
        other = "sha256:" + hashlib.sha256(b"other").hexdigest()
        history.commit(named(other, value, value.upper().replace("SHA256", "sha256")), when=CHILD)
        code, told = verify(transcript)
        assert code == 0
        assert [line.partition(": ")[0] for line in told.splitlines()] == [other, value]
        assert told.splitlines()[0] == f"{other}: not in {transcript}"

    def test_the_whole_file(self, history, transcript, verify):
        history.commit(named("sha256:" + hashlib.sha256(transcript.read_bytes()).hexdigest()), when=CHILD)
        assert verify(transcript)[0] == 0

    def test_the_first_commit(self, repository, monkeypatch, transcript, verify):
        monkeypatch.chdir(repository.path)
        repository.commit(named(sha256_of(transcript, 0)), when=CHILD)
        assert verify(transcript)[0] == 0

    def test_an_amended_commit(self, history, transcript, verify):
        """Git keeps the author's time, which was that of the commit that was HEAD."""
        made = PARENT + 62
        history.commit(named(sha256_of(transcript, made)), when=made)
        assert verify(transcript)[0] == 0

    def test_another_parent_since(self, history, transcript, verify):
        was = history.tip("main")
        history.commit("Somebody else's\n", when=PARENT + 3000)
        history.commit(named(sha256_of(transcript)), when=CHILD)
        code, told = verify(transcript)
        assert (code, "--since REV" in told) == (1, True)
        assert verify(transcript, "--since", was)[0] == 0

    def test_any_parent_of_a_merge(self, history, transcript, verify):
        history.branch("side")
        history.commit("Later\n", when=PARENT + 3000)
        history.merge(named(sha256_of(transcript)), "side", when=CHILD)
        assert verify(transcript)[0] == 0


class TestNoMatch:
    @pytest.mark.parametrize(
        "change",
        [
            lambda data: data.replace(b"secret 12", b"secret 21"),
            lambda data: data[: data.rindex(b"\n", 0, -1) + 1],
            lambda data: data.replace(b"\n", b"\r\n"),
            lambda _: b"",
            lambda _: b"\0" * 1000,
            lambda _: b"no line end",
        ],
        ids=["changed", "cut", "line ends", "empty", "zeros", "no line"],
    )
    def test_a_transcript_that_was_changed(self, history, transcript, verify, change):
        history.commit(named(sha256_of(transcript)), when=CHILD)
        transcript.write_bytes(change(transcript.read_bytes()))
        code, told = verify(transcript)
        assert (code, "not in" in told) == (1, True)

    def test_another_transcript(self, history, transcript, tmp_path, verify):
        history.commit(named(sha256_of(transcript)), when=CHILD)
        other = tmp_path / "other.jsonl"
        other.write_bytes(lines(50, 5, PARENT + 60))
        assert verify(other)[0] == 1


class TestKeyed:
    PROMPT = "make it fast, with the secret sauce"

    @pytest.fixture
    def key(self, tmp_path):
        path = tmp_path / "key"
        path.write_bytes(b"k" * 32 + b"\n")
        return path

    @pytest.fixture
    def prompt(self, tmp_path):
        path = tmp_path / "prompt.txt"
        path.write_text(self.PROMPT + "\n")
        return path

    @pytest.fixture
    def files(self, prompt, key):
        return prompt, key

    def keyed(self, key=b"k" * 32):
        return "hmac-sha256:team:" + hmac.new(key, self.PROMPT.encode(), "sha256").hexdigest()

    def test_a_match(self, history, prompt, key, verify):
        history.commit(named(self.keyed()))
        assert verify(prompt, "--key-file", key) == (0, f"{self.keyed()}: the prompt of {prompt}\n")

    def test_a_key_that_ends_with_a_line_end(self, history, prompt, key, verify):
        history.commit(named(self.keyed(b"k" * 32 + b"\n")))
        assert verify(prompt, "--key-file", key)[0] == 0

    @pytest.mark.parametrize("changed", ["prompt", "key"])
    def test_no_match(self, history, prompt, key, verify, changed):
        history.commit(named(self.keyed()))
        (prompt if changed == "prompt" else key).write_text("another")
        code, told = verify(prompt, "--key-file", key)
        assert (code, "another prompt" in told) == (1, True)

    @pytest.mark.parametrize(
        ("written", "told"),
        [
            ((b"\xff", b"k"), "not UTF-8"),
            ((b"x" * (1 << 20) + b"yz", b"k"), "too long"),
            ((b"x", b"k" * (1 << 17)), "too long"),
            ((b"x", b""), "is empty"),
            ((b"x", b"\n"), "is empty"),
        ],
    )
    def test_what_is_no_prompt_and_no_key(self, history, files, verify, written, told):
        history.commit(named(self.keyed()))
        for path, data in zip(files, written, strict=True):
            path.write_bytes(data)
        code, output = verify(files[0], "--key-file", files[1])
        assert (code, told in output) == (2, True)

    def test_the_kinds_are_not_mixed_up(self, history, transcript, prompt, key, verify):
        history.commit(named(self.keyed()))
        code, told = verify(prompt)
        assert (code, "its digest is keyed: --key-file" in told) == (2, True)
        history.commit(named(sha256_of(transcript)))
        code, told = verify(prompt, "--key-file", key)
        assert (code, "leave --key-file out" in told) == (2, True)


class TestCouldNotCheck:
    @pytest.mark.parametrize(
        "values", [(), ("session:claude-code/3f0c",), ("sha256:" + "0" * 64,), ("sha256:abc",)]
    )
    def test_no_digest(self, history, transcript, verify, values):
        history.commit(named(*values), when=CHILD)
        code, told = verify(transcript)
        assert (code, "names no digest" in told) == (2, True)

    @pytest.mark.parametrize("name", ["nothing", "-x", "^HEAD", "HEAD..HEAD", ""])
    def test_no_commit(self, history, transcript, verify, name):
        assert verify(transcript, commit=name or " ")[0] == 2

    def test_no_such_since(self, history, transcript, verify):
        history.commit(named(sha256_of(transcript)), when=CHILD)
        assert verify(transcript, "--since", "nothing")[0] == 2

    @pytest.mark.parametrize("kind", ["missing", "directory", "fifo", "unreadable", "loop"])
    def test_no_file(self, history, transcript, tmp_path, verify, kind):
        history.commit(named(sha256_of(transcript)), when=CHILD)
        path = tmp_path / kind
        if kind == "directory":
            path.mkdir()
        elif kind == "fifo":
            os.mkfifo(path)
        elif kind == "unreadable":
            path.write_bytes(b"x")
            path.chmod(0)
            if os.access(path, os.R_OK):
                pytest.skip("who runs this may read everything")
        elif kind == "loop":
            path.symlink_to(path)
        code, told = verify(path)
        assert (code, "cannot be read" in told) == (2, True)
        assert str(path) in told

    def test_a_parent_that_is_not_there(self, history, transcript, tmp_path, verify, monkeypatch):
        history.commit(named(sha256_of(transcript)), when=CHILD)
        shallow = tmp_path / "shallow"
        history.git("clone", "-q", "--depth=1", history.path.as_uri(), str(shallow))
        monkeypatch.chdir(shallow)
        code, told = verify(transcript)
        assert (code, "git fetch --unshallow" in told) == (2, True)


def test_a_window_of_a_large_transcript(history, tmp_path, verify):
    """A transcript far larger than a window, of lines that are long and short."""
    path = tmp_path / "large.jsonl"
    with path.open("wb") as file:
        file.write(lines(0, 10, PARENT - 60))
        for number in range(40):
            file.write(lines(number, 1, PARENT + number).rstrip() + b" " * (1 << 19) + b"\n")
    value = sha256_of(path)
    with path.open("ab") as file:
        file.writelines(b" " * (1 << 20) + b"\n" for _ in range(20))
    history.commit(named(value), when=CHILD)
    code, told = verify(path)
    assert (code, "before it grew" in told) == (0, True)
