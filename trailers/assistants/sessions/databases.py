"""An SQLite file of a tool, opened for reading alone: nothing is written, nothing waits, nothing runs on.

A file in WAL mode has its latest rows in `-wal`. Where that is not there, the file is opened as immutable,
since SQLite would make files beside it otherwise (sqlite.org/wal.html#read_only_databases).
"""

import os
from contextlib import contextmanager

from trailers.assistants.sessions.places import RefusedError, real_file
from trailers.typed import TYPE_CHECKING, Any, Iterator, Sequence

if TYPE_CHECKING:
    import sqlite3

_WAIT = 0.05  # seconds for a lock
_STEPS, _MOST_CALLS = 100_000, 200  # a view that never ends does
_PLAIN = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-/")


class DatabaseError(Exception):
    """The file cannot be read: it is locked, corrupt, or has other tables."""


class Database:
    """A connection; `rows` raises DatabaseError."""

    def __init__(self, connection: "sqlite3.Connection") -> None:
        self._connection = connection

    def rows(self, query: str, values: Sequence[object] = ()) -> Iterator[tuple[Any, ...]]:
        import sqlite3

        try:
            yield from self._connection.execute(query, values)
        except (sqlite3.Error, ValueError, OverflowError) as error:
            raise DatabaseError(str(error)) from error

    def columns(self, table: str) -> set[str]:
        """The columns of a table; none where there is no table of that name, but perhaps a view."""
        found = self.rows("SELECT name FROM sqlite_master WHERE type = 'table' AND name = ?", (table,))
        if not list(found):
            return set()
        return {str(row[0]) for row in self.rows("SELECT name FROM pragma_table_info(?)", (table,))}


@contextmanager
def database(root: str, path: str) -> Iterator[Database]:
    """The file, which must be a regular one inside the root; raises OSError and DatabaseError."""
    real, _ = real_file(root, path)
    mode = "mode=ro" if _has_journal(root, real) else "mode=ro&immutable=1"
    import sqlite3

    try:
        connection = sqlite3.connect(f"file:{_quoted(real)}?{mode}", uri=True, timeout=_WAIT)
    except sqlite3.Error as error:
        raise DatabaseError(str(error)) from error
    try:
        calls = iter(range(_MOST_CALLS))
        connection.set_progress_handler(lambda: next(calls, None) is None, _STEPS)
        connection.text_factory = lambda data: data.decode("utf-8", "replace")
        yield Database(connection)
    finally:
        connection.close()


def _has_journal(root: str, real: str) -> bool:
    """Whether there are rows beside the file; raises OSError where SQLite would follow what lies there."""
    found = False
    for end in ("-wal", "-shm", "-journal"):
        if os.path.lexists(real + end):
            there, _ = real_file(root, real + end)
            if there != real + end:
                raise RefusedError("a file beside it is a link")
            found = True
    return found


def _quoted(path: str) -> str:
    return "".join(chr(byte) if byte in _PLAIN else f"%{byte:02X}" for byte in os.fsencode(path))
