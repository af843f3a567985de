"""What was looked at and what it gave: adds up over sources and over processes."""

from trailers.typed import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from trailers.finding import Finding
    from trailers.secrets.found import Found
    from trailers.verify.secrets.source import Source
else:
    Finding = Found = object


class Looked(NamedTuple):
    """Findings in order, counts by name, and the baseline's entries that let something stand: path and hash.

    Counts: `files` and `bytes` that were checked, `commits`, `messages`; what is skipped by rule, by its own
    name (`binaries`, `submodules`, …); `inline` and `baseline`, secrets that are let stand; `unread`.
    `kept` are the secrets themselves with their files' names, where a baseline is to be made of them.
    """

    findings: list[Finding]
    counts: dict[str, int]
    used: dict[tuple[str, str], None]
    kept: list[tuple[str, Found]]

    def tally(self, name: str, number: int = 1) -> None:
        """Add to a count."""
        self.counts[name] = self.counts.get(name, 0) + number

    def unread(self, source: "Source", why: str) -> None:
        """Add that a source could not be read."""
        from trailers.verify.secrets.unchecked_file import unread

        self.tally("unread")
        self.findings.append(unread(source.path, why)._replace(commit=source.commit))

    def add(self, other: "Looked") -> None:
        """Add what came after this."""
        self.findings.extend(other.findings)
        for name, number in other.counts.items():
            self.tally(name, number)
        self.used.update(other.used)
        self.kept.extend(other.kept)

    def add_judged(self, other: "Looked") -> None:
        """Add what was judged once more in its whole file, which is counted already."""
        counted = {name: number for name, number in other.counts.items() if name not in ("files", "bytes")}
        self.add(other._replace(counts=counted))

    def packed(self) -> bytes:
        """As bytes for another process of ours."""
        import marshal

        kept = [(name, tuple(found)) for name, found in self.kept]
        return marshal.dumps((list(map(tuple, self.findings)), self.counts, list(self.used), kept))


def nothing() -> Looked:
    """Nothing looked at yet."""
    return Looked([], {}, {}, [])


def unpacked(data: bytes) -> Looked:
    """What `packed` gave."""
    import marshal

    from trailers.finding import Finding
    from trailers.secrets.found import Found

    findings, counts, used, kept = marshal.loads(data)  # noqa: S302  # from a process of ours
    founds = [(name, Found(*fields)) for name, fields in kept]
    return Looked([Finding(*fields) for fields in findings], counts, dict.fromkeys(used), founds)
