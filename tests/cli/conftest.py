"""The command, run in this process or in one of its own."""

import io
import os
import subprocess
import sys

import pytest

from trailers.cli.edge import main


@pytest.fixture
def undersign(capsysbinary, monkeypatch):
    """Run the command here: its exit code, and the bytes on both streams."""

    def run(*arguments, stdin=b""):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        code = main(list(map(str, arguments)))
        printed = capsysbinary.readouterr()
        return code, printed.out, printed.err

    return run


@pytest.fixture
def spawned():
    """Start the command as CI does, in a process of its own."""

    def start(*arguments, cwd=None, environ=None, **options):
        command = [sys.executable, "-I", "-m", "trailers", *map(str, arguments)]
        options = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **options}
        return subprocess.Popen(command, cwd=cwd, env={**os.environ, **(environ or {})}, **options)

    return start
