"""The command as a process: closed pipes, ^C, no git, an old git, and text that means harm."""

import os
import shutil
import signal
import subprocess
import sys
import time

import pytest

from tests.repositories import CLAUDE, DISCLOSED, MODEL, message

BAD = "\x1b[31mred\x1b[0m \x1b]0;title\x07 \u202e \u2028 \x9b31m \udcff \r over"


def script(folder, text):
    """A program named git, alone in a folder."""
    folder.mkdir()
    (folder / "git").write_text(f"#!/bin/sh\n{text}\n")
    (folder / "git").chmod(0o755)
    return str(folder)


class TestPipes:
    def test_a_reader_that_goes_away(self, started, spawned):
        for number in range(300):
            started.commit(message("Refs: x\n" * 50, title=f"{number}"))
        process = spawned("trailers", "parse", "main~299..main", "-C", started.path)
        process.stdout.read(10)
        process.stdout.close()
        error = process.stderr.read()
        process.stderr.close()
        assert process.wait() == 2
        assert b"Traceback" not in error

    def test_a_reader_that_was_never_there(self, started, spawned):
        for number in range(400):
            started.commit(f"{number}\n", author=CLAUDE)
        reading, writing = os.pipe()
        os.close(reading)
        process = spawned("verify", "--all", "-C", started.path, stdout=writing)
        os.close(writing)
        _, error = process.communicate()
        assert process.returncode == 2
        assert b"Traceback" not in error

    def test_no_standard_output_at_all(self, started):
        command = f'"{sys.executable}" -I -m trailers verify --all -C "{started.path}" >&-'
        assert subprocess.run(["sh", "-c", command], capture_output=True, check=False).returncode == 2

    @pytest.mark.parametrize(
        "words", ["owners check --all", "owners of x", "owners stats", "verify --all", "secrets scan --all"]
    )
    def test_no_standard_input_at_all(self, work, words):
        work.commit("two\n", files={"CODEOWNERS": "* @me\n"})
        work.git("reset", "--hard", "--quiet")
        command = f'"{sys.executable}" -I -m trailers {words}'
        answers = [
            subprocess.run(["sh", "-c", command + closed], cwd=work.path, capture_output=True, check=False)
            for closed in ("", " <&-")
        ]
        assert (answers[0].returncode, answers[0].stdout) == (answers[1].returncode, answers[1].stdout)
        assert answers[0].returncode < 2

    def test_a_full_disk(self, started, spawned):
        if not os.path.exists("/dev/full"):
            pytest.skip("there is no /dev/full here")
        with open("/dev/full", "wb") as full:
            process = spawned("verify", "--all", "-C", started.path, stdout=full)
        process.communicate()
        assert process.returncode == 2


class TestStopped:
    @pytest.fixture(autouse=True)
    def interruptible(self):
        """What is started in the background inherits that it ignores interrupts; not so here."""
        before = signal.signal(signal.SIGINT, signal.default_int_handler)
        yield
        signal.signal(signal.SIGINT, before)

    def test_control_c(self, started, spawned, tmp_path):
        waiting = tmp_path / "waiting"
        folder = script(tmp_path / "bin", f'touch "{waiting}"; exec sleep 20')
        process = spawned(
            "verify", "--all", "-C", started.path, environ={"PATH": f"{folder}:{os.environ['PATH']}"}
        )
        until = time.monotonic() + 20
        while not waiting.exists() and time.monotonic() < until:
            time.sleep(0.01)
        process.send_signal(signal.SIGINT)
        output, error = process.communicate(timeout=20)
        assert (process.returncode, output) == (2, b"")
        assert error.strip().split(b"\n")[-1] == b"undersign: stopped; nothing was reported as clean"

    def test_a_crash(self, started, spawned, tmp_path):
        """git that answers nonsense is a defect of ours to stumble over, and never clean."""
        folder = script(
            tmp_path / "bin",
            'case "$*" in *version*) echo git version 2.45.0;; *rev-parse*--absolute*) echo one;; esac',
        )
        process = spawned(
            "verify", "--all", "-C", started.path, environ={"PATH": f"{folder}:{os.environ['PATH']}"}
        )
        output, error = process.communicate()
        assert (process.returncode, output) == (2, b"")
        assert b"this is a defect; nothing was reported as clean" in error

    def test_a_module_that_was_cut_off_is_a_crash(self, started):
        """Python writes what it compiled in part where the disk is full, and cannot read that later."""
        program = (
            "import sys, trailers.cli.verifying as module; from trailers.cli.edge import main\n"
            "def cut_off(*_): raise EOFError('marshal data too short')\n"
            "module.verify_as_asked = cut_off; sys.exit(main(['verify', '--all', '--strict']))"
        )
        done = subprocess.run(
            [sys.executable, "-I", "-c", program],
            cwd=started.path,
            capture_output=True,
            text=True,
            check=False,
        )
        assert (done.returncode, done.stdout) == (2, "")
        assert "marshal data too short" in done.stderr
        assert "this is a defect" in done.stderr


class TestGit:
    @pytest.mark.parametrize(
        ("text", "words"),
        [
            pytest.param(
                "echo git version 2.20.1", "git 2.20.1 is too old: 2.30 or newer is needed", id="too old"
            ),
            pytest.param(
                "echo git version 1.9.5.msysgit.0", "git 1.9.5.msysgit.0 is too old", id="much too old"
            ),
            pytest.param("echo hello", "git's version is not understood", id="no git"),
            pytest.param("exit 3", "git version failed", id="one that fails"),
            pytest.param(
                "echo fatal: boom >&2; exit 128", "git version failed: fatal: boom", id="one that says why"
            ),
        ],
    )
    def test_a_git_that_cannot_be_used(self, started, spawned, tmp_path, text, words):
        folder = script(tmp_path / "bin", text)
        process = spawned("verify", "HEAD", "-C", started.path, environ={"PATH": folder})
        output, error = process.communicate()
        assert (process.returncode, output) == (2, b"")
        assert words in error.decode()

    @pytest.mark.parametrize(
        "arguments",
        [["verify", "HEAD"], ["verify"], ["trailers", "parse", "HEAD"], ["policy", "show"]],
        ids=" ".join,
    )
    def test_no_git(self, started, spawned, tmp_path, arguments):
        process = spawned(*arguments, "-C", started.path, environ={"PATH": str(tmp_path / "nothing")})
        output, error = process.communicate()
        assert (process.returncode, output) == (2, b"")
        assert b"undersign: git was not found on PATH\n  fix: install git 2.30 or newer\n" in error

    def test_one_that_may_not_be_run(self, started, spawned, tmp_path):
        folder = script(tmp_path / "bin", "echo git version 2.45.0")
        (tmp_path / "bin" / "git").chmod(0o644)
        process = spawned("verify", "HEAD", "-C", started.path, environ={"PATH": folder})
        output, error = process.communicate()
        assert (process.returncode, output) == (2, b"")
        assert b"Traceback" not in error

    @pytest.mark.parametrize(
        "text", ["2.30.0", "2.45.0.windows.1", "2.55.GIT", "3.0.0-rc1", "2.39.5 (Apple Git-154)"]
    )
    def test_versions_that_will_do(self, started, spawned, tmp_path, text):
        real = shutil.which("git")
        program = f'case "$3" in version) echo git version "{text}";; *) exec "{real}" "$@";; esac'
        folder = script(tmp_path / "bin", program)
        process = spawned("verify", "HEAD", "-C", started.path, environ={"PATH": f"{folder}:/usr/bin:/bin"})
        _, error = process.communicate()
        assert (process.returncode, error) == (0, b"")


class TestHostileText:
    """What commits hold cannot move the cursor, forge a line or stop the printing."""

    def test_in_messages(self, started, spawned):
        started.commit(
            message(f"Assisted-by: {BAD}\n", title=BAD),
            author=f"{BAD.replace(chr(10), '')} <noreply@anthropic.com>",
        )
        started.commit(
            f"x\n\nAssisted-by: Claude-Code:{BAD}\n\n{BAD}\n",
            encoding=BAD.replace("\r", "").replace("\udcff", ""),
        )
        started.commit(f"fixup! {BAD}\n")
        for options in ([], ["--format", "json"], ["--color", "always"]):
            output, error = spawned("verify", "--all", "-C", started.path, *options).communicate()
            assert error == b""
            plain = output.replace(b"\x1b[0m", b"")
            for code in (b"1", b"2", b"32", b"1;31", b"1;33", b"1;34"):
                plain = plain.replace(b"\x1b[" + code + b"m", b"")
            assert b"\x1b" not in plain
            text = plain.decode()
            assert not set(text) & set("\x07\r\u202e\u2028\x9b")
            for line in text.split("\n"):
                assert not line.startswith(("over", "red"))

    def test_in_names_and_paths(self, repository, spawned, tmp_path):
        repository.commit("one\n", files={"a": "1"})
        repository.branch("t")
        repository.commit("two\n", files={"b": "1"})
        repository.commit("three\n", files={"c": "1"}, branch="t")
        tips = [repository.tip("main"), repository.tip("t")]
        repository.commit("merge\n", files={"c": "1", "evil\x1b[31m\u202e": "1"}, parents=tips)
        output, _ = spawned("verify", "main^..main", "-C", repository.path).communicate()
        assert b"US115" in output
        assert b"\x1b" not in output
        assert "\u202e" not in output.decode()

    @pytest.mark.parametrize("name", ["no\x1b[31msuch", "no\u202esuch", "no\nsuch: clean", "no\rsuch"])
    def test_in_complaints(self, started, spawned, name):
        process = spawned("verify", f"{name}..HEAD", "-C", started.path)
        output, error = process.communicate()
        assert (process.returncode, output) == (2, b"")
        assert not set(error.decode()) & set("\x1b\u202e\r")
        assert not any(line.startswith(b"such") for line in error.split(b"\n"))

    def test_in_a_policy(self, started, spawned):
        started.commit("two\n", files={"undersign.toml": '"\\u001b[31mx" = 1\n'})
        started.commit("three\n")
        process = spawned("verify", "main^..main", "-C", started.path)
        output, error = process.communicate()
        assert (process.returncode, output) == (2, b"")
        assert b"\x1b" not in error

    def test_a_locale_that_cannot_print_it(self, started, spawned):
        started.commit("fixup! \u65e5\u672c\n")
        environ = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii"}
        output, error = spawned("verify", "HEAD", "-C", started.path, environ=environ).communicate()
        assert error == b""
        assert "\u65e5\u672c" in output.decode()


def test_five_megabytes(started, spawned, tmp_path):
    line = "Lorem ipsum dolor sit amet, Assisted-by is a word.\n"
    text = message(DISCLOSED, body=line * (5_000_000 // len(line)))
    started.commit(text)
    (tmp_path / "message").write_text(text)
    before = time.process_time()
    output, _ = spawned("verify", "HEAD", "-C", started.path).communicate()
    assert b"US111" in output
    for command in (["parse"], ["fix"], ["remove"]):
        more = ["AI-Context"] if command == ["remove"] else []
        process = spawned("trailers", *command, tmp_path / "message", *more)
        output, error = process.communicate(timeout=60)
        assert (process.returncode, error) == (0, b"")
        assert MODEL.encode() in output
    assert time.process_time() - before < 20


def read_whole(terminal):
    """What was written to the other end, which is closed; it can arrive in pieces."""
    pieces = []
    while True:
        try:
            piece = os.read(terminal, 10_000)
        except OSError:  # Linux says so at the end
            piece = b""
        if not piece:
            return b"".join(pieces)
        pieces.append(piece)


class TestProgress:
    """A long run counts its commits on a terminal, and nowhere else."""

    def verify(self, started, spawned, tmp_path, **options):
        for number in range(1100):
            started.commit(f"{number}\n")
        real = shutil.which("git")
        slow = f'case "$*" in *--buffer*) sleep 1.1;; esac; exec "{real}" "$@"'
        folder = script(tmp_path / "bin", slow)
        return spawned(
            "verify",
            "--all",
            "-C",
            started.path,
            environ={"PATH": f"{folder}:{os.environ['PATH']}"},
            **options,
        )

    def test_on_a_terminal(self, started, spawned, tmp_path):
        pty = pytest.importorskip("pty")
        ours, theirs = pty.openpty()
        process = self.verify(started, spawned, tmp_path, stderr=theirs)
        os.close(theirs)
        output, _ = process.communicate()
        error = read_whole(ours)
        os.close(ours)
        assert process.returncode == 0
        assert output.endswith(b"1101 commits checked, 0 AI-assisted, 0 findings\n")
        assert b"commits checked" in error
        assert error.endswith(b"\r\x1b[K")

    def test_nowhere_else(self, started, spawned, tmp_path):
        _, error = self.verify(started, spawned, tmp_path).communicate()
        assert error == b""
