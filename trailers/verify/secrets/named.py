"""From the paths that were typed to sources: a file is itself, a directory what git tracks in it.

Outside of git, a directory is all that is in it. No link is followed but one that is named above a file.
"""

import os
from stat import S_ISDIR, S_ISLNK

from trailers.typed import TYPE_CHECKING, Callable, Iterator, NamedTuple, Sequence
from trailers.verify.secrets.source import LINK, Source

if TYPE_CHECKING:
    from trailers.process import Git


class Named(NamedTuple):
    """The sources, and the paths that could not be listed, each with the reason; "": it is not there."""

    sources: list[Source]
    unread: list[tuple[str, str]]


def top_around(directory: str) -> str:
    """The top of the work tree around a directory, told without git; empty where there is none."""
    at = os.path.realpath(directory)
    while not os.path.lexists(os.path.join(at, ".git")):
        above = os.path.dirname(at)
        if above == at:
            return ""
        at = above
    return at


def sources_named(paths: Sequence[str], git: Callable[[], "Git"], top: str) -> Named:
    """The sources that the paths mean, in their order; `top` is the work tree's, empty outside of one."""
    found = Named([], [])
    inside = _prefix(top)
    for path in paths:
        try:
            status = os.lstat(path)
        except FileNotFoundError:
            found.unread.append((path, ""))
            continue
        except (OSError, ValueError) as error:
            found.unread.append((path, getattr(error, "strerror", "") or str(error)))
            continue
        if S_ISDIR(status.st_mode):
            _add_directory(found, path, git(), top)
        else:
            mode = LINK if S_ISLNK(status.st_mode) else ""
            found.sources.append(Source(path, name_of(path, inside, top), status.st_size, path, mode=mode))
    return found


def _prefix(top: str) -> str | None:
    """What a relative path of here begins with from the top; None where it has none."""
    if not top:
        return ""
    here = os.path.realpath(".")
    if here == top:
        return ""
    return here[len(top.rstrip(os.sep)) + 1 :].replace(os.sep, "/") + "/" if here.startswith(top) else None


def name_in(top: str, path: str) -> str:
    """What the repository calls the file at a path of the file system; the path where it is none of it."""
    return name_of(path, _prefix(top), top)


def name_of(path: str, prefix: str | None, top: str) -> str:
    """What the repository calls a file; as it was typed where it is none of it."""
    if prefix is not None and not os.path.isabs(path):
        name = prefix + (path if os.sep == "/" else path.replace(os.sep, "/"))
        if "./" not in name and "//" not in name:
            return name
    whole = os.path.join(os.path.realpath(os.path.dirname(path) or "."), os.path.basename(path))
    if top and whole.startswith(top.rstrip(os.sep) + os.sep):
        return os.path.relpath(whole, top).replace(os.sep, "/")
    return path


def _add_directory(found: Named, path: str, git: "Git", top: str) -> None:
    from trailers.verify.secrets.tracked import tracked_below

    whole = os.path.realpath(path)
    if top and (whole == top or whole.startswith(top.rstrip(os.sep) + os.sep)):
        found.sources.extend(tracked_below(git, top, os.path.relpath(whole, top).replace(os.sep, "/"), path))
        return
    around = top_around(path)
    if around:
        there = git._replace(directory=around)
        found.sources.extend(tracked_below(there, around, os.path.relpath(whole, around), path))
        return
    for source in _walked(path, found.unread):
        found.sources.append(source)


def _walked(directory: str, unread: list[tuple[str, str]]) -> Iterator[Source]:
    """All files below a directory, in order of their paths."""
    open_ = [directory]
    while open_:
        here = open_.pop()
        try:
            with os.scandir(here) as entries:
                listed = sorted(entries, key=lambda entry: entry.name)
        except OSError as error:
            unread.append((here, error.strerror or str(error)))
            continue
        inner = []
        for entry in listed:
            if entry.is_dir(follow_symlinks=False):
                inner.append(entry.path)
            else:
                yield Source(entry.path, entry.path, entry.stat(follow_symlinks=False).st_size, entry.path)
        open_.extend(reversed(inner))
