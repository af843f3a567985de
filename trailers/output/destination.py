"""Where a report goes: `[FORMAT:]FILE`, as it is typed behind --output."""

from trailers.errors import UsageError
from trailers.output.formats import FORMATS, known_format
from trailers.typed import NamedTuple


class Destination(NamedTuple):
    """A file and its format; `own` says that the format stands for itself, and not for --format."""

    format: str
    path: str
    own: bool


def destination(text: str, default: str) -> Destination:
    """Read what was typed. UsageError for a format that there is not, and for no file."""
    name, colon, path = text.partition(":")
    # One letter is a drive of Windows; with a slash or a dot before its colon it is a path.
    if colon and len(name) > 1 and name.replace("-", "").replace("_", "").isalnum():
        remedy = f"--output [{'|'.join(FORMATS)}:]FILE; for a file of that name: --output ./{text}"
        found = Destination(known_format(name, remedy), path, own=True)
    else:
        found = Destination(default, text, own=False)
    if found.path in ("", "-"):
        raise UsageError(f"--output {text}: no file is named", "--format NAME prints to standard output")
    return found
