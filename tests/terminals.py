"""A command at a real terminal of its own, answered as a person would."""

import os
import pty
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

# A session of its own, whose controlling terminal standard input is (tty_ioctl(4)). The terminal may have no
# name that can be opened, as in some containers.
_AT = """
import fcntl, os, sys, termios
os.setsid()
fcntl.ioctl(0, termios.TIOCSCTTY, 0)
os.execv(sys.argv[1], sys.argv[1:])
"""


def at_terminal(
    command: Sequence[str | Path], answers: str, directory: Path, environ: Mapping[str, str] | None = None
) -> tuple[int, str]:
    """The exit code, and all that stood on the screen, the typed answers included."""
    master, slave = pty.openpty()
    words = [sys.executable, "-c", _AT, *map(str, command)]
    process = subprocess.Popen(words, cwd=directory, env=environ, stdin=slave, stdout=slave, stderr=slave)
    os.close(slave)
    os.write(master, answers.encode())
    shown = bytearray()
    while True:
        try:
            chunk = os.read(master, 4096)
        except OSError:  # Linux says so when the last one at the terminal has gone
            break
        if not chunk:
            break
        shown += chunk
    os.close(master)
    return process.wait(30), shown.decode("utf-8", "replace").replace("\r\n", "\n")


def without_terminal(command: Sequence[str | Path], directory: Path) -> tuple[int, str]:
    """As `at_terminal`, in a session without one."""
    done = subprocess.run(
        list(map(str, command)),
        cwd=directory,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        start_new_session=True,
        check=False,
        timeout=30,
    )
    return done.returncode, done.stdout.decode()
