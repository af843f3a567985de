"""A trailer: a `Key: value` line of the last paragraph, as git reads it."""

from trailers.typed import NamedTuple


class Trailer(NamedTuple):
    """One trailer of a message.

    `key` as written; `value` unfolded and trimmed as `%(trailers:only,unfold)` prints it;
    `line` counts from 1 in the text that was read; `folded` where the value went on in further lines.
    """

    key: str
    value: str
    line: int = 0
    folded: bool = False

    def __str__(self) -> str:
        return f"{self.key}: {self.value}"
