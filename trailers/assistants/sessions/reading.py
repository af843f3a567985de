"""Which models a transcript of lines names since a time, read from its end.

A record says that a model was used (its own answer), that one was set for what follows, or that there was
work with the one that is set. The one in force when the parent commit was made counts where work followed.
"""

import os

from trailers.assistants.sessions.backwards import LIMIT, Backwards
from trailers.assistants.sessions.glance import has_only, is_since, strings_of
from trailers.assistants.sessions.naming import model_name, shown
from trailers.assistants.sessions.places import first_record, opened
from trailers.assistants.sessions.scanning import record_of
from trailers.assistants.sessions.session import Told
from trailers.assistants.sessions.times import seconds_of, text_of
from trailers.typed import Any, Callable, Literal, NamedTuple

Record = dict[str, Any]
Heard = tuple[Literal["used", "set"], object]

_TIME = b'"timestamp"'


class Dialect(NamedTuple):
    """How a tool writes its lines.

    `marks` are bytes one of which every line has that `hear` understands, `work` those of the lines that
    are work with the model that is set. `where` gives the directory that a record names. `repeats` and
    `place` are the keys of a model that was used and of the directory, for lines that tell nothing new.
    `within` bytes of a line is where its marks are; 0 where they may be anywhere in it.
    """

    hear: Callable[[Record], Heard | None]
    where: Callable[[Record], object]
    marks: tuple[bytes, ...]
    work: tuple[bytes, ...] = ()
    repeats: bytes = b""
    place: bytes = b""
    within: int = 0


class _Listener:
    """What has been heard so far, newest first."""

    def __init__(self) -> None:
        self.used: list[str] = []
        self.latest: str | None = None  # the model that was set last
        self.works = False  # with a model that was set before
        self.broken = 0
        self.refused = 0
        self.directories: dict[str, None] = {}

    def use(self, raw: object) -> None:
        name = model_name(raw)
        if name is None:
            self.refused += 1
        elif name:
            if name in self.used:
                self.used.remove(name)
            self.used.append(name)

    def set(self, raw: object) -> None:
        name = model_name(raw)
        if self.latest is None and name:
            self.latest = name
        if self.works or name is None:
            self.use(raw)
        self.works = False

    @property
    def is_done(self) -> bool:
        """Whether nothing before the parent commit matters."""
        return bool(self.used or self.refused) and not self.works


def first_directory(root: str, path: str, dialect: Dialect, most: int) -> tuple[str, ...]:
    """The directory that the first line of a file names, of which `most` bytes are read; empty for none."""
    record = first_record(root, path, most)
    found = dialect.where(record) if record else None
    return (found,) if isinstance(found, str) else ()


def read_models(root: str, path: str, since: int, dialect: Dialect, limit: int = LIMIT) -> Told:
    """What the file tells; a file that cannot be read tells a warning."""
    listener = _Listener()
    try:
        handle, size = opened(root, path)
    except OSError as error:
        return Told((), (), complete=False, warnings=(_unread(path, error),))
    try:
        lines = Backwards(handle, size, limit)
        _listen(lines, listener, since, dialect)
    except OSError as error:
        return Told((), (), complete=False, warnings=(_unread(path, error),))
    finally:
        os.close(handle)
    return _told(path, listener, lines)


def _listen(lines: Backwards, listener: _Listener, since: int, dialect: Dialect) -> None:
    earliest = text_of(since)
    for block in lines.blocks():
        begins_before = _begins_before(block, since, earliest)
        if not dialect.within and not any(mark in block for mark in dialect.marks):
            _work(block, listener, earliest, dialect)
        elif not begins_before and _tells_nothing_new(block, listener, dialect):
            continue
        elif not _listen_to(block, listener, since, dialect):
            return
        if listener.is_done and begins_before:
            return


def _listen_to(block: bytes, listener: _Listener, since: int, dialect: Dialect) -> bool:
    """Hear the lines from the last on; False where nothing that is older matters."""
    earliest = text_of(since)
    for line in reversed(block.split(b"\n")):
        head = line[: dialect.within] if dialect.within else line
        if not any(mark in head for mark in dialect.marks):
            if not listener.works and any(mark in head for mark in dialect.work):
                listener.works = is_since(line, earliest)
            continue
        record = record_of(line)
        if record is None:
            listener.broken += 1
            continue
        time = seconds_of(record.get("timestamp"))
        if time is not None and time < since and listener.is_done:
            return False
        _hear(record, listener, dialect, is_since=time is None or time >= since)
    return True


def _work(block: bytes, listener: _Listener, earliest: bytes, dialect: Dialect) -> None:
    """Whether lines that set no model are work since."""
    if listener.works or not any(mark in block for mark in dialect.work):
        return
    listener.works = any(
        any(mark in line for mark in dialect.work) and is_since(line, earliest)
        for line in reversed(block.split(b"\n"))
    )


def _begins_before(block: bytes, since: int, earliest: bytes) -> bool:
    """Whether the first line with a time was written before: then nothing that is older matters."""
    mark = block.find(_TIME)
    while mark >= 0:
        end = block.find(b"\n", mark)
        line = block[block.rfind(b"\n", 0, mark) + 1 : end if end >= 0 else len(block)]
        if is_since(line, earliest):
            return False
        record = record_of(line)
        time = seconds_of(record.get("timestamp")) if record else None
        if time is not None:
            return time < since
        mark = block.find(_TIME, end) if end >= 0 else -1
    return False


def _tells_nothing_new(block: bytes, listener: _Listener, dialect: Dialect) -> bool:
    """Whether lines only repeat models that are known: they are then heard.

    They follow one that was written since; of one among them that was not, only the order counts.
    """
    known = [name.encode() for name in listener.used]
    if not dialect.repeats or not has_only(block, dialect.repeats, known):
        return False
    if any(mark in block for mark in dialect.marks if mark != b'"' + dialect.repeats + b'"'):
        return False
    firsts = {name: block.find(b'"' + dialect.repeats + b'":"' + name + b'"') for name in known}
    for name in sorted(known, key=lambda name: -firsts[name]):
        if firsts[name] >= 0:
            listener.use(name.decode())
    places = [place.encode("utf-8", "surrogatepass") for place in listener.directories]
    if dialect.place and not has_only(block, dialect.place, places):
        for place in set(strings_of(block, dialect.place) or ()):
            listener.directories[place.decode("utf-8", "replace")] = None
    return True


def _hear(record: Record, listener: _Listener, dialect: Dialect, *, is_since: bool) -> None:
    where = dialect.where(record)
    if isinstance(where, str) and where:
        listener.directories[where] = None
    heard = dialect.hear(record)
    if heard is None:
        return
    kind, name = heard
    if kind == "set":
        listener.set(name)
    elif is_since or not listener.is_done:
        listener.use(name)


def _told(path: str, listener: _Listener, lines: Backwards) -> Told:
    models = listener.used[::-1] or ([listener.latest] if listener.latest and not listener.refused else [])
    warnings = []
    if lines.cut:
        mebibytes = lines.limit >> 20
        warnings.append(f"only the last {mebibytes} MiB of {shown(path)} were read: models may be missing")
    if listener.broken:
        warnings.append(f"{listener.broken} records of {shown(path)} cannot be read: models may be missing")
    if listener.refused:
        warnings.append(f"{shown(path)} names a model by what is no name")
    if not models and not warnings:
        warnings.append(f"{shown(path)} names no model: perhaps its format has changed")
    return Told(tuple(models), tuple(listener.directories), not warnings, tuple(warnings), lines.read)


def _unread(path: str, error: OSError) -> str:
    return f"{shown(path)} cannot be read: {shown(error.strerror or str(error))}"
