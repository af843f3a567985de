"""What the hooks share at the edge: an exit code whatever happens."""

import os
import subprocess
import sys

import pytest

from hooks.edge import guarded, has_terminal
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


def test_a_terminal():
    pty = pytest.importorskip("pty")
    program = "from hooks.edge import has_terminal; raise SystemExit(10 + has_terminal())"
    child, descriptor = pty.fork()
    if not child:
        os.execv(sys.executable, [sys.executable, "-I", "-c", program])
    _, status = os.waitpid(child, 0)
    os.close(descriptor)
    assert os.waitstatus_to_exitcode(status) == 11


def test_no_terminal():
    program = "from hooks.edge import has_terminal; raise SystemExit(10 + has_terminal())"
    done = subprocess.run([sys.executable, "-I", "-c", program], start_new_session=True, check=False)
    assert done.returncode == 10
    assert has_terminal() in (True, False)
