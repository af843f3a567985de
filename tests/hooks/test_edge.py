"""What the hooks share at the edge: an exit code whatever happens."""

import os
import subprocess
import sys

import pytest

from hooks.edge import guarded
from trailers.errors import GitError, UndersignError


def raising(error):
    def run():
        raise error

    return run


@pytest.mark.parametrize(
    ("run", "code", "words"),
    [
        pytest.param(lambda: 0, 0, "", id="clean"),
        pytest.param(lambda: 1, 1, "", id="findings"),
        pytest.param(
            raising(UndersignError("why", "do this")), 2, "undersign: why\n  fix: do this\n", id="an error"
        ),
        pytest.param(raising(GitError("why")), 2, "undersign: why\n", id="an error without a remedy"),
        pytest.param(raising(UndersignError("\x1b[31m")), 2, "undersign: \\x1b[31m\n", id="a hostile one"),
        pytest.param(
            raising(KeyboardInterrupt()), 2, "undersign: stopped; nothing was reported as clean\n", id="^C"
        ),
    ],
)
def test_guarded(capsys, run, code, words):
    assert guarded(run) == code
    assert capsys.readouterr().err == words


def test_a_crash_is_no_finding(capsys):
    assert guarded(raising(ValueError("boom"))) == 2
    error = capsys.readouterr().err
    assert "ValueError: boom" in error
    assert "this is a defect" in error


PROGRAM = "from hooks.edge import has_terminal; raise SystemExit(10 + has_terminal())"


def test_a_terminal():
    pty = pytest.importorskip("pty")
    ours, theirs = pty.openpty()
    controlled = f"import fcntl, termios; fcntl.ioctl(0, termios.TIOCSCTTY, 0); {PROGRAM}"
    command = [sys.executable, "-I", "-c", controlled]
    done = subprocess.run(command, stdin=theirs, start_new_session=True, check=False)
    os.close(theirs)
    os.close(ours)
    assert done.returncode == 11


def test_no_terminal():
    done = subprocess.run([sys.executable, "-I", "-c", PROGRAM], start_new_session=True, check=False)
    assert done.returncode == 10
