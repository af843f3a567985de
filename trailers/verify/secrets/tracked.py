"""What git tracks, as sources: the files on disk, or the blobs of the index."""

import os

from trailers.process import Git
from trailers.repository.entries import index_entries, staged_entries
from trailers.repository.listing import Tracked
from trailers.typed import Iterable, Iterator
from trailers.verify.secrets.source import Source

SUBMODULE = "160000"


def tracked_below(git: Git, top: str, below: str, typed: str) -> Iterator[Source]:
    """What git tracks in a directory, told as below the path that was typed for it."""
    below = "" if below == "." else below
    start = len(below) + 1 if below else 0
    for source in _on_disk(index_entries(git, below), top):
        inner = source.name[start:]
        shown = inner if typed == "." else os.path.join(typed, inner)
        yield source._replace(path=shown)


def all_tracked(git: Git, top: str) -> list[Source]:
    """Every tracked file as it is on disk; what is not there, as the index has it."""
    return list(_on_disk(index_entries(git), top))


def all_staged(git: Git) -> list[Source]:
    """The blobs of the index that the next commit changes."""
    return [_blob(entry) for entry in staged_entries(git)]


def _blob(entry: Tracked) -> Source:
    return Source(entry.path, entry.path, 0, "", entry.id, entry.mode)


def _on_disk(entries: Iterable[Tracked], top: str) -> Iterator[Source]:
    plain = {"": True}
    for entry in entries:
        path, mode, name = entry
        folder = path.rpartition("/")[0]
        size = -1
        if mode != SUBMODULE and _is_plain(folder, top, plain):
            disk = os.path.join(top, path)
            try:
                size = os.lstat(disk).st_size
            except OSError:
                size = -1
        yield Source(path, path, size, disk, name, mode) if size >= 0 else _blob(entry)


def _is_plain(folder: str, top: str, known: dict[str, bool]) -> bool:
    """Whether a directory is one, all the way from the top: behind a link git finds no files of its own."""
    if folder not in known:
        above = folder.rpartition("/")[0]
        known[folder] = _is_plain(above, top, known) and not os.path.islink(os.path.join(top, folder))
    return known[folder]
