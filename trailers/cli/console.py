"""What the commands share at the edge: streams, colours, complaints, and the git of a directory."""

import os
import sys

from trailers.errors import UndersignError, UsageError
from trailers.process import Git
from trailers.scrubbing import LOCATION, scrubbed
from trailers.typed import Mapping, TextIO

COLOURS = ("auto", "always", "never")


def complain(error: UndersignError) -> int:
    """Say what could not be checked and what to do about it; the exit code for it."""
    from trailers.output.complaint import complaint

    print(complaint(error), file=sys.stderr)
    return 2


def git_in(directory: str) -> Git:
    """git for a directory, with the scrubbed environment of this process.

    Where another directory is named than the current one, a hook's GIT_DIR does not lead away from it.
    """
    environ = scrubbed(os.environ)
    if directory != ".":
        environ = {name: value for name, value in environ.items() if name not in LOCATION}
    return Git(directory, environ)


def wants_colours(choice: str, stream: TextIO, environ: Mapping[str, str]) -> bool:
    """--color first, then NO_COLOR (no-color.org), FORCE_COLOR (force-color.org), then the terminal."""
    if choice not in COLOURS:
        raise UsageError(f"--color takes {', '.join(COLOURS)}, not {choice!r}")
    if choice != "auto":
        return choice == "always"
    if environ.get("NO_COLOR"):
        return False
    if environ.get("FORCE_COLOR"):
        return True
    return stream.isatty() and environ.get("TERM") != "dumb"


def write_output(text: str, path: str) -> None:
    """Print the text, or write it to a file."""
    if not path:
        sys.stdout.write(text)
        sys.stdout.flush()
        return
    try:
        with open(path, "w", encoding="utf-8", errors="backslashreplace", newline="") as file:
            file.write(text)
    except OSError as error:
        raise UsageError(f"the report cannot be written: {error}") from error
