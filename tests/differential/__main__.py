"""Compare the message room with git over many messages: `python -m tests.differential --count 100000`."""

import argparse
import sys
import tempfile
from pathlib import Path

from tests.differential.messages import messages
from tests.differential.oracle import git_trailers
from trailers.message.reading import read_trailers

BATCH = 10_000


def as_git_prints(message: bytes) -> bytes:
    """Our reading of a message, in the form of `%(trailers:only,unfold)`."""
    text = message.decode("utf-8", "surrogateescape")
    lines = (f"{trailer}\n" for trailer in read_trailers(text))
    return "".join(lines).encode("utf-8", "surrogateescape")


def differences(seed: int, count: int, git: str) -> list[tuple[bytes, bytes, bytes]]:
    """(message, git's answer, ours) for each message that the two read differently."""
    batch = list(messages(seed, count))
    with tempfile.TemporaryDirectory() as folder:
        theirs = git_trailers(batch, Path(folder) / "repository", git)
    ours = map(as_git_prints, batch)
    return [row for row in zip(batch, theirs, ours, strict=True) if row[1] != row[2]]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--git", default="git")
    options = parser.parse_args()
    found = 0
    for start in range(0, options.count, BATCH):
        size = min(BATCH, options.count - start)
        for message, theirs, ours in differences(options.seed + start, size, options.git):
            found += 1
            print(f"{message!r}\n  git:  {theirs!r}\n  ours: {ours!r}")
    print(f"{options.count} messages, {found} differences", file=sys.stderr)
    return 1 if found else 0


if __name__ == "__main__":
    raise SystemExit(main())
