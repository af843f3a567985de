"""What git itself sees: messages become commits by fast-import, and one `git log` reads them all."""

import os
import subprocess
from collections.abc import Sequence
from pathlib import Path

ISOLATED = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_CONFIG_SYSTEM": os.devnull,
    "LC_ALL": "C",
    "HOME": os.devnull,
    "PATH": os.environ["PATH"],
}


def git_trailers(messages: Sequence[bytes], folder: Path, git: str = "git") -> list[bytes]:
    """What `git log --format='%(trailers:only,unfold)'` prints for each message, stored byte for byte."""
    subprocess.run([git, "init", "-q", "--bare", str(folder)], check=True, env=ISOLATED)
    stream = b"".join(_commit(number, message) for number, message in enumerate(messages))
    marks = folder / "marks"
    importing = [git, "-C", str(folder), "fast-import", "--quiet", f"--export-marks={marks}"]
    subprocess.run(importing, input=stream, check=True, env=ISOLATED)
    by_mark = dict(line.split() for line in marks.read_text().splitlines())
    ids = [by_mark[f":{number + 1}"] for number in range(len(messages))]
    reading = [git, "-C", str(folder), "log", "-z", "--no-walk=unsorted", "--stdin"]
    command = [*reading, "--format=%H%n%(trailers:only,unfold)"]
    listing = "\n".join(ids).encode()
    output = subprocess.run(command, input=listing, check=True, env=ISOLATED, stdout=subprocess.PIPE).stdout
    seen = dict(record.split(b"\n", 1) for record in output.split(b"\0") if record)
    return [seen[identifier.encode()] for identifier in ids]


def _commit(number: int, message: bytes) -> bytes:
    # The time makes each commit, and so each id, different from the others.
    return b"commit refs/heads/m\nmark :%d\ncommitter A <a@example.com> %d +0000\ndata %d\n%b\n" % (
        number + 1,
        number + 1,
        len(message),
        message,
    )
