"""Progress of a long run, on a terminal and nowhere else."""

import sys
import time
from contextlib import contextmanager

from trailers.typed import Callable, Iterator

AFTER = 1.0  # seconds before the first word
EVERY = 0.2  # seconds between two


@contextmanager
def progress(noun: str = "commits") -> Iterator[Callable[[int], None] | None]:
    """A line that counts commits, or other things, on a terminal; it is wiped at the end."""
    if not sys.stderr.isatty():
        yield None
        return
    due = time.monotonic() + AFTER

    def show(checked: int) -> None:
        nonlocal due
        if time.monotonic() >= due:
            due = time.monotonic() + EVERY
            sys.stderr.write(f"\r{checked:,} {noun} checked")
            sys.stderr.flush()

    try:
        yield show
    finally:
        sys.stderr.write("\r\033[K")
        sys.stderr.flush()
