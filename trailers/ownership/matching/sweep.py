"""Which of many patterns for one name match the last names of many paths.

What one expression finds over all paths is found so: Python runs it several times as fast as a loop that
decides for each path.
"""

from trailers.ownership.matching.chunk import Chunk
from trailers.ownership.matching.names import Names, Tested
from trailers.typed import Iterable, Sequence

# So many keys of one length are looked for one by one, more of them in their table.
_FEW = 3
# For up to so many things to look for, all paths are passed over for each; for more, names are taken apart.
_PASSES = 16


class Sweep:
    """A chunk of paths; `found` are places in the list that it is of, by what they match.

    Places are added in order, but not those of `every`.
    """

    __slots__ = ("_chunk", "_first", "_found", "_names", "_paths")

    def __init__(self, chunk: Chunk, found: dict[int, list[int]]) -> None:
        self._chunk = chunk
        self._paths = chunk.paths
        self._first = chunk.first
        self._found = found
        self._names: list[str] = []

    def ask(self, names: Names[int]) -> None:
        """Find what the patterns match."""
        keys = sum(min(len(table), _FEW) for _, table in (*names.tails, *names.heads))
        if keys + sum(len(table) for _, table in names.inner) + len(names.loose) > _PASSES:
            self._name_by_name(names)
            return
        if names.exact:
            self._exact(names.exact)
        for length, table in names.tails:
            # No key has a slash in it. Where a name is shorter than a key, its path does not end with it.
            if len(table) > _FEW:
                self._look_up(table, [path[-length:] for path in self._paths])
                continue
            for key, tested in table.items():
                self._add(tested, self._chunk.ending(key))
        for length, table in names.heads:
            self._heads(length, table)
        for _, table in names.inner:
            for key, tested in table.items():
                self._add(tested, [at for at, name in enumerate(self.names) if key in name])
        self._add(names.loose, range(len(self._paths)))

    def _heads(self, length: int, table: dict[str, Tested[int]]) -> None:
        if len(table) > _FEW:
            self._look_up(table, [name[:length] for name in self.names])
            return
        for key, tested in table.items():
            self._add(tested, [at for at, name in enumerate(self.names) if name.startswith(key)])

    @property
    def names(self) -> list[str]:
        """The last name of each path."""
        if not self._names:
            self._names = [path.rpartition("/")[2] for path in self._paths]
        return self._names

    def _exact(self, exact: dict[str, list[int]]) -> None:
        if len(exact) > _PASSES:
            self._take(enumerate(map(exact.get, self.names)))
            return
        if len(exact) > _FEW:
            ends = tuple(exact)
            ending = [(at, path) for at, path in enumerate(self._paths) if path.endswith(ends)]
            self._take((at, exact.get(path.rpartition("/")[2])) for at, path in ending)
            return
        for name, shapes in exact.items():
            before = -len(name) - 1
            likely = self._chunk.ending(name)
            self._take((at, shapes) for at in likely if self._paths[at][before : before + 1] in ("/", ""))

    def _look_up(self, table: dict[str, Tested[int]], keys: Iterable[str]) -> None:
        for at, tested in enumerate(map(table.get, keys)):
            if tested:
                self._add(tested, (at,))

    def _name_by_name(self, names: Names[int]) -> None:
        known = {name: shapes for name in set(self.names) if (shapes := names.of(name))}
        self._take(enumerate(map(known.get, self.names)))

    def _take(self, matched: Iterable[tuple[int, Sequence[int] | None]]) -> None:
        for at, shapes in matched:
            for shape in shapes or ():
                self._found.setdefault(shape, []).append(self._first + at)

    def _add(self, tested: Tested[int], likely: Sequence[int]) -> None:
        """Add those of the likely places whose names pass."""
        for test, shape in tested:
            passed = [self._first + at for at in likely if test is None or test(self.names[at])]
            if passed:
                self._found.setdefault(shape, []).extend(passed)
