"""Finding a path by a name in another case: directory by directory, and only where somebody asks."""

from collections.abc import Sequence

from trailers.ownership.matching.places import Places
from trailers.ownership.shape import Reach

# Directories of one name but for case that are followed together.
_MOST = 8


class Folders:
    """What is in each directory that was asked for, by names in lower case.

    `paths` are sorted by their bytes.
    """

    def __init__(self, paths: Sequence[str]) -> None:
        self._places = Places(paths)
        self._known: dict[str, dict[str, list[str]]] = {}

    def find(self, wanted: str, reach: Reach) -> str:
        """The first path that equals the wanted one but for case; a directory has a slash at its end.

        `path` asks for a file, `inside` for a directory, `both` for either; empty where there is none.
        """
        at = [""]
        *above, last = wanted.lower().split("/")
        for name in above:
            found = [path for folder in at for path in self._inside(folder).get(name, ())]
            at = [path for path in found if path.endswith("/")][:_MOST]
        found = [path for folder in at for path in self._inside(folder).get(last, ())]
        if reach != "both":
            found = [path for path in found if path.endswith("/") == (reach == "inside")]
        return found[0] if found else ""

    def _inside(self, folder: str) -> dict[str, list[str]]:
        """The files and `directories/` of a directory, which ends with a slash but for the top one."""
        if folder not in self._known:
            found: dict[str, list[str]] = {}
            self._known[folder] = found
            paths = self._places.paths
            below = self._places.below(folder[:-1])
            place = below.start
            while place < below.stop:
                path = paths[place]
                slash = path.find("/", len(folder))
                place = place + 1 if slash < 0 else self._places.after(path[:slash], place, below.stop)
                path = path if slash < 0 else path[: slash + 1]
                found.setdefault(path[len(folder) :].rstrip("/").lower(), []).append(path)
        return self._known[folder]
