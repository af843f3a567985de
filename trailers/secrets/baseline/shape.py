"""What a JSON document has to look like: each look-up says plainly what is wrong."""

from trailers.typed import Mapping, TypeGuard

_HEX = frozenset("0123456789abcdef")


class Broken(ValueError):  # noqa: N818 - it names a state of the document, and never leaves this room
    """Why a document cannot be read; `newer`: a later version than ours wrote it."""

    def __init__(self, reason: str, *, newer: bool = False) -> None:
        super().__init__(reason)
        self.newer = newer


class Shape:
    """A JSON object, and what to call it in a message. Methods raise `Broken`, and never name a value."""

    def __init__(self, table: Mapping[str, object], name: str = "the document") -> None:
        self._table = table
        self._name = name

    def text(self, key: str, *, needed: bool = True) -> str:
        """A string; empty where there is none and none is needed."""
        value = self._table.get(key)
        if value is None and not needed:
            return ""
        if not isinstance(value, str) or (needed and not value):
            raise self._wrong(key, "a text")
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of strings, which may be absent."""
        value = self._table.get(key) or []
        if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
            raise self._wrong(key, "a list of texts")
        return tuple(value)

    def table(self, key: str, *, needed: bool = True) -> Mapping[str, object]:
        """An object; empty where there is none and none is needed."""
        value = self._table.get(key)
        if value is None and not needed:
            return {}
        if not _is_table(value):
            raise self._wrong(key, "an object")
        return value

    def tables(self, key: str, *, needed: bool = True) -> tuple[Mapping[str, object], ...]:
        """A list of objects; empty where there is none and none is needed."""
        value = self._table.get(key)
        if value is None and not needed:
            return ()
        if not isinstance(value, list) or not all(map(_is_table, value)):
            raise self._wrong(key, "a list of objects")
        return tuple(value)

    def truth(self, key: str) -> bool | None:
        """True or false; None where it is not said."""
        value = self._table.get(key)
        if value is not None and not isinstance(value, bool):
            raise self._wrong(key, "true or false")
        return value

    def digest(self, key: str, length: int) -> str:
        """A hash in hexadecimal of so many digits."""
        value = self._table.get(key)
        if not isinstance(value, str) or len(value) != length or not _HEX.issuperset(value):
            raise self._wrong(key, f"a hash of {length} hexadecimal digits")
        return value

    def _wrong(self, key: str, what: str) -> Broken:
        return Broken(f"{self._name}: {key!r} is not {what}")


def _is_table(value: object) -> TypeGuard[Mapping[str, object]]:
    return isinstance(value, dict)
