"""Where in a sorted list of paths a directory and a file are."""

from bisect import bisect_left, bisect_right

from trailers.typed import Any, Sequence


class Places(list[str]):
    """Paths, sorted by their bytes, to look things up in by bisection.

    Code points sort as the bytes of UTF-8 do, but for the lone surrogates that stand for bytes which are no
    UTF-8: where a path has one, bytes are compared (`as_bytes`).
    """

    __slots__ = ("_keys", "as_bytes")

    def __init__(self, paths: Sequence[str]) -> None:
        super().__init__(paths)
        self.as_bytes = not by_code_point(paths)
        self._keys: Sequence[Any] = list(map(_bytes_of, paths)) if self.as_bytes else self

    def below(self, directory: str) -> range:
        """The paths in a directory, at any depth; all of them where it is empty, for the top."""
        if not directory:
            return range(len(self))
        inside = directory + "/"
        first = bisect_left(self._keys, self._key(inside))
        if first == len(self) or not self[first].startswith(inside):
            return range(0)
        return range(first, self.after(directory, first, len(self)))

    def after(self, directory: str, first: int, last: int) -> int:
        """Where the paths in a directory end; they do so between `first` and `last`."""
        keys, key = self._keys, self._key(directory + "0")  # "0" comes next after "/"
        step = 16  # most directories are small: look near before looking far
        while first + step < last and keys[first + step] < key:
            first += step
            step *= 4
        return bisect_left(keys, key, first, min(first + step, last))

    def at(self, path: str) -> range:
        """A path itself, as often as it is there."""
        key = self._key(path)
        first = bisect_left(self._keys, key)
        if first == len(self) or self[first] != path:
            return range(0)
        return range(first, bisect_right(self._keys, key, first))

    def _key(self, text: str) -> str | bytes:
        return _bytes_of(text) if self.as_bytes else text


def placed(paths: Sequence[str]) -> Places:
    """The paths, made ready only where they are not."""
    return paths if isinstance(paths, Places) else Places(paths)


def by_code_point(paths: Sequence[str]) -> bool:
    """Whether the paths sort by their code points as by their bytes."""
    if all(map(str.isascii, paths)):
        return True
    try:
        "".join(paths).encode()
    except UnicodeEncodeError:
        return False
    return True


def _bytes_of(path: str) -> bytes:
    return path.encode("utf-8", "surrogateescape")
