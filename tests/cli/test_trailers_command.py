"""`undersign trailers`: parse as `git log` does, byte for byte; add, remove, fix and convert."""

import json
import os
import subprocess

import pytest

from tests.repositories import APPROVED, CONTEXT, DISCLOSED, JANE, MODEL, Repository, message

FORMAT = "--format=%(trailers:only,unfold)"

MESSAGES = {
    "plain": message(DISCLOSED).encode(),
    "none": b"A change\n",
    "folded": b"A\n\nRefs: one\n two\n\tthree\nAssisted-by:  x \n",
    "empty values": b"A\n\nRefs:\nFixes: \nAssisted-by : x\n",
    "no UTF-8": b"A\n\nRefs: caf\xe9 \xff\n",
    "UTF-8": "A\n\nRefs: 日本語 café\n".encode(),
    "CRLF": b"A\r\n\r\nRefs: 1\r\nFixes: 2\r\n",
    "NUL": b"A\n\nRefs: 1\n\nmore\0\nFixes: 2\n",
    "escapes": b"A\n\nRefs: \x1b[31mred\x07\n",
    "a sign-off and prose": f"A\n\nprose\nSigned-off-by: {JANE}\nRefs: 1\n".encode(),
    "scissors": b"A\n\nRefs: 1\n# ------------------------ >8 ------------------------\nFixes: 2\n",
    "empty": b"",
    "blank lines": b"\n\n\nA\n\nRefs: 1\n\n\n",
}
ENCODED = {
    "Latin-1": (b"A\n\nRefs: caf\xe9\n", "ISO-8859-1"),
    "Latin-1, told wrong": (b"A\n\nRefs: caf\xe9\n", "US-ASCII"),
    "unknown": (b"A\n\nRefs: caf\xe9\n", "nobody-knows"),
    "Shift-JIS": ("A\n\nRefs: 表\n".encode("shift-jis"), "Shift_JIS"),
}


@pytest.fixture(scope="module")
def stored(tmp_path_factory):
    """A repository with a commit of each message; the commits by their names."""
    repository = Repository(tmp_path_factory.mktemp("parse"))
    commits = {name: repository.commit(text) for name, text in MESSAGES.items()}
    commits |= {
        name: repository.commit(text, encoding=encoding) for name, (text, encoding) in ENCODED.items()
    }
    repository.names = commits
    return repository


def as_git(repository, commit):
    command = ["git", "-C", str(repository.path), "log", "-1", FORMAT, commit]
    # git log ends each entry with a line end of its own
    return subprocess.run(command, capture_output=True, check=True, env=os.environ).stdout.removesuffix(b"\n")


class TestParse:
    @pytest.mark.parametrize("name", [*MESSAGES, *ENCODED])
    def test_a_commit_as_git_log(self, undersign, stored, name):
        code, output, error = undersign("trailers", "parse", stored.names[name], "-C", stored.path)
        assert (code, output, error) == (0, as_git(stored, stored.names[name]), b"")

    @pytest.mark.parametrize("name", list(MESSAGES))
    def test_a_file_and_standard_input(self, undersign, stored, tmp_path, name):
        expected = as_git(stored, stored.names[name])
        (tmp_path / "message").write_bytes(MESSAGES[name])
        assert undersign("trailers", "parse", tmp_path / "message") == (0, expected, b"")
        assert undersign("trailers", "parse", "-", stdin=MESSAGES[name]) == (0, expected, b"")

    def test_a_range_is_json_lines(self, undersign, stored):
        code, output, _ = undersign("trailers", "parse", f"{stored.names['plain']}..main", "-C", stored.path)
        lines = [json.loads(line) for line in output.decode("ascii").split("\n")[:-1]]
        assert code == 0
        assert [line["commit"] for line in lines] == stored.git(
            "rev-list", f"{stored.names['plain']}..main"
        ).split()
        by_commit = {line["commit"]: line["trailers"] for line in lines}
        assert by_commit[stored.names["folded"]] == [
            {"key": "Refs", "value": "one two three"},
            {"key": "Assisted-by", "value": "x"},
        ]
        assert by_commit[stored.names["no UTF-8"]] == [{"key": "Refs", "value": "caf\udce9 \udcff"}]

    @pytest.mark.parametrize("source", ["HEAD", "-"])
    def test_one_as_json(self, undersign, stored, source):
        options = ("-C", stored.path, "--format", "json")
        code, output, _ = undersign("trailers", "parse", source, *options, stdin=MESSAGES["plain"])
        assert code == 0
        assert set(json.loads(output)) == {"commit", "trailers"}
        assert output.count(b"\n") == 1

    def test_a_file_goes_before_a_commit_of_its_name(self, undersign, stored, tmp_path, monkeypatch):
        (tmp_path / "HEAD").write_text("A\n\nFrom: a file\n")
        monkeypatch.chdir(tmp_path)
        assert undersign("trailers", "parse", "HEAD", "-C", stored.path)[1] == b"From: a file\n"

    @pytest.mark.parametrize(
        ("arguments", "words"),
        [
            pytest.param(
                ["nothing"], "'nothing' is no file, and there is no commit named 'nothing'", id="neither"
            ),
            pytest.param(["nothing..HEAD"], "there is no commit named 'nothing'", id="no such base"),
            pytest.param(["HEAD", "--format", "yaml"], "there is no format 'yaml'", id="no such format"),
            pytest.param([], "Missing argument", id="nothing said"),
        ],
    )
    def test_what_cannot_be_read(self, undersign, stored, arguments, words):
        code, output, error = undersign("trailers", "parse", *arguments, "-C", stored.path)
        assert (code, output) == (2, b"")
        assert words in error.decode()

    def test_outside_a_repository(self, undersign, tmp_path):
        code, output, error = undersign("trailers", "parse", "HEAD", "-C", tmp_path)
        assert (code, output) == (2, b"")
        assert b"not a git repository" in error


FIRST = b"A change\n\nText.\n"


class TestRewriting:
    @pytest.mark.parametrize(
        ("command", "before", "after"),
        [
            pytest.param(["add", "-", "Refs: 1"], FIRST, FIRST + b"\nRefs: 1\n", id="add"),
            pytest.param(
                ["add", "-", "Refs:1", "Fixes: 2"], FIRST, FIRST + b"\nRefs: 1\nFixes: 2\n", id="add two"
            ),
            pytest.param(
                ["add", "-", "refs: 1"], FIRST + b"\nRefs: 1\n", FIRST + b"\nRefs: 1\n", id="add again"
            ),
            pytest.param(
                ["add", "-", "Refs: 2"],
                FIRST + b"\nRefs: 1\n",
                FIRST + b"\nRefs: 1\nRefs: 2\n",
                id="add more",
            ),
            pytest.param(
                ["add", "-", "Refs: 1"], b"caf\xe9\n", b"caf\xe9\n\nRefs: 1\n", id="add to no UTF-8"
            ),
            pytest.param(["remove", "-", "refs"], FIRST + b"\nRefs: 1\n", FIRST, id="remove"),
            pytest.param(
                ["remove", "-", "Fixes"], FIRST + b"\nRefs: 1\n", FIRST + b"\nRefs: 1\n", id="remove nothing"
            ),
            pytest.param(
                ["remove", "-", "A", "B"], b"x\n\nA: 1\nC: 2\nB: 3\n", b"x\n\nC: 2\n", id="remove two"
            ),
            pytest.param(
                ["fix", "-"], message(DISCLOSED).encode(), message(DISCLOSED).encode(), id="fix nothing"
            ),
            pytest.param(
                ["fix", "-"],
                f"A\n\n{MODEL}Closes #12\n".encode(),
                f"A\n\nCloses #12\n\n{MODEL}".encode(),
                id="fix",
            ),
            pytest.param(
                ["convert", "-", "--to", "openinfra", "--lossy"],
                message(DISCLOSED).encode(),
                b"A change\n\nAssisted-By: Claude-Code claude-opus-5\n",
                id="convert",
            ),
            pytest.param(
                ["convert", "-", "--to", "pr-body"],
                message(DISCLOSED).encode(),
                f"### AI disclosure\n\n- {MODEL}- {CONTEXT}- {APPROVED}".encode(),
                id="convert to a pull request's text",
            ),
            pytest.param(
                ["convert", "-", "--from", "slash", "--to", "default"],
                b"A\n\nAssisted-by: Claude-Code/claude-opus-5\n",
                f"A\n\n{MODEL}".encode(),
                id="convert from",
            ),
        ],
    )
    def test_standard_input(self, undersign, tmp_path, command, before, after):
        assert undersign("trailers", *command, stdin=before) == (0, after, b"")

    @pytest.mark.parametrize(
        ("command", "words"),
        [
            pytest.param(["add", "-", "no colon"], "'no colon' is no trailer", id="no colon"),
            pytest.param(["add", "-", "b@d: x"], "cannot be the key of a trailer", id="no key"),
            pytest.param(["add", "-", ": x"], "cannot be the key of a trailer", id="an empty key"),
            pytest.param(["add", "-", "A: x\ny"], "holds a line end", id="two lines"),
            pytest.param(
                ["convert", "-", "--to", "openinfra"],
                "the conversion would lose something: context",
                id="lossy",
            ),
            pytest.param(["convert", "-", "--to", "kernle"], '"kernle" is no profile', id="no profile"),
            pytest.param(["add", "-", "A: x", "--in-place"], "--in-place needs a message file", id="no file"),
        ],
    )
    def test_what_cannot_be_done(self, undersign, command, words):
        code, output, error = undersign("trailers", *command, stdin=message(DISCLOSED).encode())
        assert (code, output) == (2, b"")
        assert words in error.decode()

    def test_the_suggestion(self, undersign):
        error = undersign("trailers", "convert", "-", "--to", "kernle", stdin=b"A\n")[2]
        assert b'Did you mean "kernel"?' in error

    def test_a_commit_and_a_range(self, undersign, stored):
        code, output, _ = undersign(
            "trailers", "remove", stored.names["plain"], "Approved-by", "-C", stored.path
        )
        assert (code, output.decode()) == (0, message(MODEL, CONTEXT))
        code, output, _ = undersign("trailers", "add", "main~2..main", "Refs: 9", "-C", stored.path)
        lines = [json.loads(line) for line in output.split(b"\n")[:-1]]
        assert [set(line) for line in lines] == [{"commit", "message"}] * 2
        assert all(line["message"].endswith("Refs: 9\n") for line in lines)

    @pytest.mark.parametrize("source", ["main", "main~2..main"])
    def test_a_stored_message_is_not_written(self, undersign, stored, source):
        code, output, error = undersign("trailers", "add", source, "Refs: 9", "--in-place", "-C", stored.path)
        assert (code, output) == (2, b"")
        assert b"--in-place needs a message file" in error


class TestKeys:
    """`fix` mends what the project's own policy calls a disclosure."""

    TEXT = b"A\n\nKI_Modell: x:y\n"

    def test_of_the_work_tree(self, undersign, repository):
        (repository.path / "undersign.toml").write_text('[disclosure.keys]\nmodel = ["KI-Modell"]\n')
        code, output, _ = undersign("trailers", "fix", "-", "-C", repository.path, stdin=self.TEXT)
        assert code == 0
        assert output == b"A\n\nKI-Modell: x:y\n"

    def test_of_none(self, undersign, tmp_path):
        code, output, _ = undersign("trailers", "fix", "-", "-C", tmp_path, stdin=self.TEXT)
        assert code == 0
        assert output == self.TEXT

    def test_a_broken_policy(self, undersign, repository):
        (repository.path / "undersign.toml").write_text("x = \n")
        code, output, error = undersign("trailers", "fix", "-", "-C", repository.path, stdin=self.TEXT)
        assert (code, output) == (2, b"")
        assert b"undersign.toml:1: not TOML" in error

    def test_without_git(self, undersign, tmp_path, monkeypatch):
        monkeypatch.setenv("PATH", str(tmp_path))
        assert undersign("trailers", "fix", "-", stdin=self.TEXT)[0] == 0


class TestInPlace:
    def test_a_file(self, undersign, tmp_path):
        file = tmp_path / "message"
        file.write_bytes(b"caf\xe9\r\n")
        assert undersign("trailers", "add", file, "Refs: 1", "--in-place") == (0, b"", b"")
        assert file.read_bytes() == b"caf\xe9\r\n\r\nRefs: 1\r\n"
        assert os.listdir(tmp_path) == ["message"]

    def test_a_link_stays_one(self, undersign, tmp_path):
        file = tmp_path / "message"
        file.write_text("A\n")
        (tmp_path / "link").symlink_to(file)
        undersign("trailers", "add", tmp_path / "link", "Refs: 1", "-i")
        assert file.read_text() == "A\n\nRefs: 1\n"
        assert (tmp_path / "link").is_symlink()

    def test_a_file_that_changes_nothing_is_not_touched(self, undersign, tmp_path):
        file = tmp_path / "message"
        file.write_text(message(DISCLOSED))
        before = file.stat()
        assert undersign("trailers", "fix", file, "-i")[0] == 0
        assert (file.stat().st_ino, file.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)

    def test_no_write_permission(self, undersign, tmp_path):
        """/proc takes no new file, whoever asks: nothing is written, and the message is as it was."""
        if not os.path.isdir("/proc/self"):
            pytest.skip("there is no /proc here")
        code, output, error = undersign("trailers", "add", "/proc/self/status", "Refs: 1", "-i")
        assert (code, output) == (2, b"")
        assert b"cannot be written" in error
        assert b"fix: the file is as it was" in error

    def test_a_folder_is_no_message(self, undersign, tmp_path):
        code, _, error = undersign("trailers", "add", tmp_path, "Refs: 1", "-i")
        assert code == 2
        assert b"is no file" in error or b"not a git repository" in error
