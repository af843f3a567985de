"""Finding a path by a name in another case: directory by directory, and only where somebody asks."""

from bisect import bisect_left

from trailers.ownership.matching.places import placed
from trailers.ownership.shape import Reach
from trailers.typed import Iterator, Sequence

# Directories of one name but for case that are followed together.
_MOST = 8
# Of fewer paths in a directory all are looked at.
_MANY = 64


class Folders:
    """What is in each directory that was asked for, by names in lower case and by how they begin.

    `paths` are sorted by their bytes.
    """

    def __init__(self, paths: Sequence[str]) -> None:
        self._places = placed(paths)
        self._known: dict[tuple[str, str], dict[str, list[str]]] = {}
        self._beginnings: dict[str, dict[str, list[range]]] = {}

    def find(self, wanted: str, reach: Reach) -> str:
        """The first path that equals the wanted one but for case; a directory has a slash at its end.

        `path` asks for a file, `inside` for a directory, `both` for either; empty where there is none.
        """
        at = [""]
        *above, last = wanted.lower().split("/")
        for name in above:
            found = [path for folder in at for path in self._named(folder, name)]
            at = [path for path in found if path.endswith("/")][:_MOST]
        found = [path for folder in at for path in self._named(folder, last)]
        if reach != "both":
            found = [path for path in found if path.endswith("/") == (reach == "inside")]
        return found[0] if found else ""

    def _named(self, folder: str, name: str) -> Sequence[str]:
        """The files and `directories/` of that name, in lower case, in a directory.

        The directory ends with a slash, but for the top one. Of many names only those are looked at that
        begin alike.
        """
        key = folder, name[:1]
        if key not in self._known:
            found: dict[str, list[str]] = {}
            self._known[key] = found
            for path in self._inside(folder, name[:1]):
                found.setdefault(path[len(folder) :].rstrip("/").lower(), []).append(path)
        return self._known[key].get(name, ())

    def _inside(self, folder: str, beginning: str) -> Iterator[str]:
        """The files and `directories/` in a directory whose names begin so in lower case."""
        if folder not in self._beginnings:
            self._beginnings[folder] = self._by_beginning(folder)
        paths, known = self._places, self._beginnings[folder]
        for below in (*known.get(beginning, ()), *known.get("", ())):
            place = below.start
            while place < below.stop:
                path = paths[place]
                slash = path.find("/", len(folder))
                place = place + 1 if slash < 0 else self._places.after(path[:slash], place, below.stop)
                yield path if slash < 0 else path[: slash + 1]

    def _by_beginning(self, folder: str) -> dict[str, list[range]]:
        """Where the names begin with each character, in lower case; under "" those that may with any.

        How a name begins in lower case does not hang on what follows.
        """
        below = self._places.below(folder[:-1])
        if self._places.as_bytes or len(below) < _MANY:
            return {"": [below]}
        paths, size = self._places, len(folder)
        found: dict[str, list[range]] = {}
        place = below.start
        while place < below.stop:
            first = paths[place][size : size + 1]
            end = _end(paths, folder + first, range(place, below.stop))
            found.setdefault(first.lower()[:1], []).append(range(place, end))
            place = end
        return found


def _end(paths: Sequence[str], beginning: str, places: range) -> int:
    """Where those of the paths at these places end that begin so."""
    return bisect_left(
        paths, True, places.start, places.stop, key=lambda path: not path.startswith(beginning)
    )
