"""What the rules look at: the file, what it decides about which paths, and what else is known of both."""

import os
from bisect import bisect_left
from itertools import chain

from trailers.ownership.codeowners import CodeOwners
from trailers.ownership.decision import Decision
from trailers.ownership.dialects.dialect import Dialect
from trailers.typed import TYPE_CHECKING, Mapping, MappingProxyType, NamedTuple, Sequence

if TYPE_CHECKING:
    from trailers.ownership.roster import Roster


class Survey(NamedTuple):
    """One CODEOWNERS file and a repository, as far as they were looked at.

    `codeowners` is None where no file was found; `looked` says where it was looked for, `others` are the
    files found at those places besides. `size` is the file's in bytes. `renames` are paths that git says
    were moved, old to new. `judged` are the places in `decision.paths` whose coverage is asked for, None
    for all. `whole` says that the decision is about every tracked path: only then an entry that matches
    none is dead, and only then the file itself is judged, not just the coverage of some paths.
    """

    codeowners: CodeOwners | None
    dialect: Dialect
    decision: Decision
    roster: "Roster | None" = None
    looked: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    size: int = 0
    renames: Mapping[str, str] = MappingProxyType({})
    judged: Sequence[int] | None = None
    whole: bool = True

    @property
    def file(self) -> CodeOwners:
        """The file, which rules are only asked about where there is one."""
        assert self.codeowners is not None
        return self.codeowners

    def dead(self) -> list[int]:
        """The places of the entries that match no path, one a line: Mibex's braces make several of one."""
        matched = self.decision.matched
        if all(matched):
            return []
        entries = self.file.entries
        living = {entry.line for entry, count in zip(entries, matched, strict=True) if count}
        first: dict[int, int] = {}
        for place, count in enumerate(matched):
            if not count and entries[place].line not in living:
                first.setdefault(entries[place].line, place)
        return list(first.values())

    def decided(self) -> dict[int, int]:
        """How many paths each entry decides about, by its place; those that decide nothing are left out."""
        times: dict[tuple[int, ...], int] = {}
        for places in self.decision.deciding:
            times[places] = times.get(places, 0) + 1
        counts: dict[int, int] = {}
        for places, count in times.items():
            for place in places:
                counts[place] = counts.get(place, 0) + count
        return counts

    def idle(self) -> list[int]:
        """The places of the entries that match paths and decide about none, nor do others of their line.

        Exclusions are left out: they decide about none by design, and what they take out is another question.
        """
        active = set(chain.from_iterable(set(self.decision.deciding)))
        entries = self.file.entries
        lines = {entries[place].line for place in active}
        return [
            place
            for place, count in enumerate(self.decision.matched)
            if count and entries[place].line not in lines and not entries[place].excludes
        ]

    def place_of(self, path: str) -> int | None:
        """Where the path stands among the decision's, None where it does not."""
        paths = self.decision.paths
        place = bisect_left(paths, os.fsencode(path), key=os.fsencode)
        return place if place < len(paths) and paths[place] == path else None
