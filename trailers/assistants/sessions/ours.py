"""Whether a session works in this repository, by the directory that its file names."""

import os

from trailers.assistants.sessions.naming import shown
from trailers.assistants.sessions.places import inside
from trailers.assistants.sessions.session import Session, without_transcript
from trailers.typed import Iterable, Sequence

# A tool may make several commits in one call and write its file only before that.
SLACK = 600


def is_recent(written: float, since: int) -> bool:
    """Whether a file was written since the parent commit, or so shortly before that it is still at work."""
    return written >= since - SLACK


def is_ours(path: object, directory: str) -> bool:
    """Whether a directory is this work tree or lies in it, with no other repository in between."""
    if not isinstance(path, str) or not os.path.isabs(path) or "\0" in path:
        return False
    path = os.path.normpath(path)
    for top in _spellings(directory):
        if inside(path, top):
            return not _has_repository_between(path, top)
    return False


def relates(path: object, directory: str) -> bool:
    """Whether a directory is ours, or has this work tree in it: enough for a session that is named."""
    if is_ours(path, directory):
        return True
    if not isinstance(path, str) or not os.path.isabs(path) or "\0" in path:
        return False
    return any(inside(top, os.path.normpath(path)) for top in _spellings(directory))


def any_relates(paths: Iterable[object], directory: str) -> bool:
    return any(relates(path, directory) for path in paths)


def elsewhere(agent: str, what: str, directories: Sequence[str], directory: str) -> Session | None:
    """What is said of a named session that works in other directories alone; None where it may be used."""
    if not directories or any_relates(directories, directory):
        return None
    return without_transcript(agent, "", f"{what} works in {shown(directories[0])}: it is not used")


def spellings(directory: str) -> tuple[str, ...]:
    """The work tree's path as it is given, and without symbolic links."""
    return tuple(dict.fromkeys(_spellings(directory)))


def _spellings(directory: str) -> tuple[str, str]:
    normal = os.path.normpath(directory)
    return normal, os.path.realpath(normal)


def _has_repository_between(path: str, top: str) -> bool:
    while path != top and len(path) > len(top):
        if os.path.lexists(os.path.join(path, ".git")):
            return True
        path = os.path.dirname(path)
    return False
