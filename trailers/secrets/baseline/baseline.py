"""A baseline: which of the secrets that are found are let stand."""

from trailers.finding import Finding, Severity
from trailers.secrets.baseline.blanket import BLANKET
from trailers.secrets.baseline.entry import Entry
from trailers.secrets.baseline.upstream import Upstream
from trailers.secrets.fingerprint import fingerprint, sha1
from trailers.secrets.found import Found
from trailers.typed import Iterable


class Baseline:
    """The entries of a baseline's file `name`; `upstream` is what detect-secrets wrote, if it did.

    An entry allows one value in one file, whatever found it. One whose hash stands for every token of a
    kind allows nothing: `blanket` names it.
    """

    def __init__(self, name: str, entries: tuple[Entry, ...], upstream: Upstream | None = None) -> None:
        self.name = name
        self.entries = entries
        self.upstream = upstream
        self._hash = sha1 if upstream else fingerprint
        self._known = {
            (entry.path, entry.fingerprint): entry
            for entry in reversed(entries)
            if entry.fingerprint not in BLANKET
        }
        self._exact = {entry[:3] for entry in entries}

    def entry(self, path: str, found: Found) -> Entry | None:
        """The entry that lets this secret stand."""
        return self._known.get((path, self._hash(found))) if self._known else None

    def allows(self, path: str, found: Found) -> bool:
        """Whether this secret is let stand."""
        return self.entry(path, found) is not None

    def allows_as_upstream(self, path: str, found: Found) -> bool:
        """Whether detect-secrets itself would let it stand: same file, type and hash, blanket ones too."""
        return (path, found.detector, self._hash(found)) in self._exact

    def blanket(self) -> list[Finding]:
        """A warning (US208) for each entry whose hash stands for every token of a kind."""
        return [
            self._finding(
                "US208",
                entry,
                f"{entry.path}: this entry's hash is that of {BLANKET[entry.fingerprint]}, so it would allow"
                " every such token of the file; it allows none here",
                "take the entry out",
            )
            for entry in self.entries
            if entry.fingerprint in BLANKET
        ]

    def stale(self, used: Iterable[Entry]) -> list[Finding]:
        """A note (US209) for each entry that allowed nothing; means something only where all was scanned."""
        keys = {(entry.path, entry.fingerprint) for entry in used}
        return [
            self._finding(
                "US209",
                entry,
                f"{entry.path}: what this entry allows is no longer found",
                "undersign secrets baseline update",
            )
            for entry in self.entries
            if entry.fingerprint not in BLANKET and (entry.path, entry.fingerprint) not in keys
        ]

    def _finding(self, rule: str, entry: Entry, message: str, remedy: str) -> Finding:
        line = entry.line or None
        severity: Severity = "note" if rule == "US209" else "warning"
        return Finding(rule, severity, message, remedy, None, self.name, line, line and 1)
