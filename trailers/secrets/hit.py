"""A hit: what a detector's pattern matched, before it is judged."""

from trailers.typed import NamedTuple


class Hit(NamedTuple):
    """The secret's span in `data`, as byte offsets, in the file `path`, and what was matched around it.

    `match_start` is where the whole match begins: between it and `start` stands the name that a value was
    given, for patterns that look at one.
    """

    data: bytes
    path: str
    match_start: int
    start: int
    end: int

    @property
    def value(self) -> bytes:
        """The secret."""
        return self.data[self.start : self.end]

    def __repr__(self) -> str:
        return f"Hit({self.path}, {self.start}..{self.end})"
