"""Which entry would decide about a path if the one that does were not there."""

from trailers.ownership.codeowners import Entry
from trailers.ownership.expression import Expression
from trailers.ownership.rules.matched import matched_paths
from trailers.typed import Collection, Iterator, Mapping, Sequence

# Matches of patterns with wildcards that are looked at, so that a hostile file costs no minutes.
MOST = 5_000_000


class Instead:
    """Some entries, to be found by a path: those with wildcards by all that they match, others by their path.

    `places` are theirs, in order; `paths` are those that will be asked about, by their places and sorted by
    their bytes. Asking costs a look for each directory above a path, and for each pattern with wildcards that
    matches it.
    """

    def __init__(self, entries: Sequence[Entry], places: Collection[int], paths: Mapping[int, str]) -> None:
        self._entries = entries
        self._paths = paths
        self._fixed: dict[tuple[int, str], list[int]] = {}
        self._wild: dict[int, list[int]] = {}
        wild = []
        for place in places:
            shape = entries[place].matches
            if isinstance(shape, Expression) or shape.rest:
                wild.append(place)
            else:
                self._fixed.setdefault((entries[place].section, shape.prefix), []).append(place)
        asked = list(paths)
        for at, spans in matched_paths([entries[place] for place in wild], list(paths.values())):
            for span in spans:
                for path in span:
                    self._wild.setdefault(asked[path], []).append(wild[at])

    def like(self, decider: int, path: int, gone: Collection[int]) -> int | None:
        """The entry that would decide with the same owners; None where there is none.

        It has to be so with those that are to be gone, and without them.
        """
        key = owners_of(self._entries[decider])
        other = self.of(path, decider, ())
        if other is not None and other in gone and owners_of(self._entries[other]) == key:
            other = self.of(path, decider, gone)
        if other is None or self._entries[other].excludes or owners_of(self._entries[other]) != key:
            return None
        return other

    def of(self, path: int, decider: int, gone: Collection[int]) -> int | None:
        """The last entry that matches the path, but for the one that decides and those that are gone."""
        best = -1
        section = self._entries[decider].section
        for place in self._wild.get(path, ()):
            if best < place != decider and place not in gone and self._entries[place].section == section:
                best = place
        text = self._paths[path]
        for beginning in _beginnings(text):
            for place in reversed(self._fixed.get((section, beginning), ())):
                if place <= best:
                    break
                if place != decider and place not in gone and self._reaches(place, beginning == text):
                    best = place
        return None if best < 0 else best

    def _reaches(self, place: int, itself: bool) -> bool:
        """Whether an entry without wildcards matches its own path, or what is below it."""
        shape = self._entries[place].matches
        assert not isinstance(shape, Expression)
        return shape.reach == "both" or (shape.reach == "path") is itself


def is_wild(entry: Entry) -> bool:
    """Whether the pattern has wildcards."""
    return isinstance(entry.matches, Expression) or bool(entry.matches.rest)


def owners_of(entry: Entry) -> tuple[int, frozenset[str]]:
    """The same for entries of one section with the same owners, in any order."""
    return entry.section, frozenset(owner.text for owner in entry.owners)


def _beginnings(path: str) -> Iterator[str]:
    """The path, the directories above it, and the top one, which is empty."""
    yield path
    end = path.rfind("/")
    while end > 0:
        yield path[:end]
        end = path.rfind("/", 0, end)
    yield ""
