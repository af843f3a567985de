"""What is used of PyPI's `hyperscan`: it is optional, so that is written down here, for types only."""

from trailers.typed import Callable, Protocol, Sequence


class Compiled(Protocol):
    """What is used of `hyperscan.Database`."""

    def compile(self, *, expressions: Sequence[bytes], flags: int) -> None:
        """Compile the expressions; their index is their id."""

    def info(self) -> bytes:
        """Tell version, processor features and mode."""

    def scan(
        self, data: bytes, *, match_event_handler: Callable[[int, int, int, int, None], None], scratch: object
    ) -> None:
        """Call the handler with (id, 0, end, 0, None) for each end of a match of each expression."""


class Library(Protocol):
    """What is used of the module `hyperscan`."""

    __version__: str
    error: type[Exception]

    def Database(self, *, mode: int) -> Compiled:  # noqa: N802 - the library's name
        """Make an empty database."""

    def Scratch(self, database: Compiled) -> object:  # noqa: N802 - the library's name
        """Make the room that a scan works in."""

    def dumpb(self, database: Compiled) -> bytes:
        """Serialize a compiled database."""

    def loadb(self, serialized: bytes, mode: int) -> Compiled:
        """Make a database of what `dumpb` gave on the same kind of processor."""
