"""Where compiled databases are kept between runs: one file each in a directory of the user's own.

Hyperscan trusts what it deserializes, so nothing is handed to it that others could have written. What a disk
or a copy has spoilt is told by a check sum, and the key stands in the file as it is. Whatever is wrong with
the cache, it is as if there were none.
"""

import os
from binascii import crc32
from stat import S_ISREG

_MAGIC = b"undersign hs 2\r\n"  # a transfer that mends line ends would break it
_NUMBER = 8  # bytes
_START = len(_MAGIC) + 3 * _NUMBER
_LARGEST = 64 << 20
_KEPT = 8  # files of other versions, machines and rules
_PREFIX = "hyperscan-"


class Cache:
    """The place of one database; `key` is all that the database depends on.

    An empty `directory` is no cache. One that stands in a git work tree is none either: what a repository
    holds is not to be trusted, and a directory in it can be part of it.
    """

    def __init__(self, directory: str, key: bytes) -> None:
        self._directory = os.path.abspath(directory) if directory else ""
        self._key = key
        name = f"{_PREFIX}{crc32(key):08x}"
        self._path = os.path.join(self._directory, f"{name}.db")
        self._wanted = os.path.join(self._directory, f"{name}.wanted")

    def read(self) -> tuple[bytes, bytes] | None:
        """Give what was written, None where there is nothing that can be trusted."""
        try:
            if not self._is_ours():
                return None
            with open(_opened(self._path, os.O_RDONLY), "rb", buffering=0) as file:
                status = os.fstat(file.fileno())
                if not S_ISREG(status.st_mode) or not _is_private(status) or status.st_size > _LARGEST:
                    return None
                head = file.read(_START + len(self._key))
                users = file.read(min(int.from_bytes(head[_START - _NUMBER : _START]), status.st_size))
                database = file.read()
        except OSError:
            return None
        return (users, database) if head == self._head(users, database) else None

    def write(self, users: bytes, database: bytes) -> bool:
        """Keep both; False where there is no place for them."""
        temporary = f"{self._path}.{os.urandom(6).hex()}"
        try:
            if not self._is_made():
                return False
            with open(_opened(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL), "wb") as file:
                file.write(self._head(users, database) + users + database)
            os.replace(temporary, self._path)
        except OSError:
            _removed(temporary)
            return False
        self._clear()
        return True

    def is_wanted(self) -> bool:
        """Tell whether a run before this one missed the database, and remember that this one does."""
        try:
            if not self._is_made():
                return False
            os.close(_opened(self._wanted, os.O_WRONLY | os.O_CREAT | os.O_EXCL))
        except FileExistsError:
            return True
        except OSError:
            return False
        return False

    def _head(self, users: bytes, database: bytes) -> bytes:
        sizes = len(self._key).to_bytes(_NUMBER) + len(users).to_bytes(_NUMBER)
        digest = crc32(database, crc32(users, crc32(sizes + self._key)))
        return _MAGIC + digest.to_bytes(_NUMBER) + sizes + self._key

    def _is_made(self) -> bool:
        if self._directory and not _in_work_tree(self._directory):
            os.makedirs(self._directory, 0o700, exist_ok=True)
        return self._is_ours()

    def _is_ours(self) -> bool:
        if not self._directory or _in_work_tree(self._directory):
            return False
        status = os.stat(self._directory)
        return _is_owned(status) and not status.st_mode & 0o022

    def _clear(self) -> None:
        """Remove the oldest files beyond some, and the note that this one is wanted."""
        _removed(self._wanted)
        try:
            with os.scandir(self._directory) as entries:
                kept = [entry for entry in entries if entry.name.startswith(_PREFIX)]
                files = [(entry.stat().st_mtime, entry.path) for entry in kept]
        except OSError:  # another process clears up too
            return
        for _, path in sorted(files, reverse=True)[_KEPT:]:
            _removed(path)


def _opened(path: str, flags: int) -> int:
    follow_not = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    return os.open(path, flags | follow_not, 0o600)


def _removed(path: str) -> None:
    try:
        os.unlink(path)
    except OSError:
        return


def _is_owned(status: os.stat_result) -> bool:
    return os.name == "nt" or status.st_uid == os.geteuid()


def _is_private(status: os.stat_result) -> bool:
    """Whether only the user can have written or read it; a file of a checkout is open to all."""
    return os.name == "nt" or (_is_owned(status) and not status.st_mode & 0o077)


def _in_work_tree(directory: str) -> bool:
    place = os.path.realpath(directory)
    while True:
        if os.path.lexists(os.path.join(place, ".git")):
            return True
        parent = os.path.dirname(place)
        if parent == place:
            return False
        place = parent
