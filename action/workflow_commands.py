"""What a step says to the runner by its standard output.

https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands

The runner takes `::name::` at a line's start, and `##[name]` anywhere in a line, for a command
(src/Runner.Common/ActionCommand.cs of actions/runner). What comes from a commit is therefore only printed
while commands are stopped, or escaped within a command.
"""

import secrets
import sys
from collections.abc import Iterator
from contextlib import contextmanager

ANNOTATIONS = ("::error", "::warning", "::notice")


def escaped(text: str) -> str:
    """The text as a command's data."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def annotate(level: str, text: str) -> None:
    """Show a message above the log: `error`, `warning` or `notice`."""
    say(f"::{level} title=undersign::{escaped(text)}")


def say(line: str) -> None:
    """Print a line whose lead is ours."""
    quote(line.encode("utf-8", "backslashreplace"))


@contextmanager
def stopped() -> Iterator[None]:
    """Let the runner take nothing for a command meanwhile; nobody can guess the word that ends it."""
    token = secrets.token_hex(16)
    say(f"::stop-commands::{token}")
    try:
        yield
    finally:
        say(f"::{token}::")


def quote(data: bytes) -> None:
    """Print what another process printed."""
    sys.stdout.flush()
    sys.stdout.buffer.write(data if not data or data.endswith(b"\n") else data + b"\n")
    sys.stdout.flush()
