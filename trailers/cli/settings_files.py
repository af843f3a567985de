"""Settings files: read whole, replaced whole or left as they were, and never outside of where they belong."""

import os
import stat

from trailers.cli.writing import put_in_place
from trailers.errors import UsageError
from trailers.installing.change import Change
from trailers.typed import NamedTuple

_LARGEST = 16 << 20  # bytes
_AS_IT_WAS = "nothing was changed"


class Place(NamedTuple):
    """A file below a folder: the folder, its name there for people, and its real path."""

    root: str
    name: str
    path: str


def place_of(root: str, name: str) -> Place:
    """The place; UsageError where a symbolic link leads out of the folder, or it is no regular file."""
    top = os.path.realpath(root)
    path = os.path.realpath(os.path.join(top, name))
    if os.path.commonpath((top, path)) != top:
        raise UsageError(f"{name} is a link that leads out of {root}", "put the settings there by hand")
    if os.path.lexists(path) and not stat.S_ISREG(os.lstat(path).st_mode):
        raise UsageError(f"{name} is not a regular file", _AS_IT_WAS)
    return Place(root, name, path)


def read_text(place: Place) -> str | None:
    """The file's text, line ends as they are; None where there is none."""
    try:
        with open(place.path, "rb") as file:
            data = file.read(_LARGEST + 1)
        if len(data) > _LARGEST:
            raise UsageError(f"{place.name} is larger than {_LARGEST >> 20} MiB", _AS_IT_WAS)
        return data.decode()
    except FileNotFoundError:
        return None
    except UnicodeDecodeError as error:
        raise UsageError(f"{place.name} is not UTF-8", "mend it, and run this again") from error
    except OSError as error:
        raise UsageError(f"{place.name} cannot be read: {error.strerror}", _AS_IT_WAS) from error


def replace(place: Place, change: Change) -> None:
    """Write the text after the change, with the old file's mode; or take away the file and what is empty."""
    if read_text(place) != change.before:
        raise UsageError(f"{place.name} has changed meanwhile", "run this again")
    try:
        if change.after is None:
            os.unlink(place.path)
            _remove_empty(os.path.dirname(place.path), os.path.realpath(place.root))
        else:
            os.makedirs(os.path.dirname(place.path), exist_ok=True)
            put_in_place(place.path, [change.after.encode()])
    except OSError as error:
        raise UsageError(f"{place.name} cannot be written: {error.strerror}", "it is as it was") from error


def _remove_empty(folder: str, root: str) -> None:
    """The folders that nothing is left in, up to the root: those that were made for the file."""
    while folder != root:
        try:
            os.rmdir(folder)
        except OSError:
            return
        folder = os.path.dirname(folder)
