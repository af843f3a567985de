"""What a judge is given, for types only: what finds, and what lets stand."""

from trailers.secrets.baseline.entry import Entry
from trailers.secrets.found import Found
from trailers.typed import Protocol


class Scans(Protocol):
    """Finds secrets in a text: `Scanner`, or `CompatScanner`."""

    def scan(self, path: str, data: bytes) -> list[Found]:
        """What the text has, in order; `path` is what the repository calls it."""
        ...


class Allows(Protocol):
    """Says what is let stand: a baseline."""

    def entry(self, path: str, found: Found) -> Entry | None:
        """The entry that lets this secret of this file stand."""
        ...
