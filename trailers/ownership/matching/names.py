"""Which of many patterns for one name match a name, without trying each of them."""

from trailers.ownership.matching.globs import glob_of
from trailers.ownership.shape import Segment
from trailers.typed import Callable, Generic, Sequence, TypeVar

T = TypeVar("T")

# What a part of a name stands for; the test is None where having that part is enough.
Tested = list[tuple[Callable[[str], bool] | None, T]]
ByLength = list[tuple[int, dict[str, Tested[T]]]]


class Names(Generic[T]):
    """Patterns, each with what it stands for, by what can be looked up of a name.

    `exact` are whole names; `tails`, `heads` and `inner` what a name ends with, begins with or holds, by its
    length; `every` stands for each name, and `loose` has the tests that have to be tried. A pattern is in
    one of them: under its end before its beginning, for ends are more telling.
    """

    __slots__ = ("every", "exact", "heads", "inner", "loose", "size", "tails")

    def __init__(self, tests: Sequence[tuple[Segment, T]]) -> None:
        self.size = len(tests)
        self.exact: dict[str, list[T]] = {}
        self.every: list[T] = []
        self.loose: Tested[T] = []
        heads: dict[int, dict[str, Tested[T]]] = {}
        tails: dict[int, dict[str, Tested[T]]] = {}
        inner: dict[int, dict[str, Tested[T]]] = {}
        for segment, means in tests:
            if segment.kind == "literal":
                self.exact.setdefault(segment.text, []).append(means)
                continue
            glob = glob_of(segment.text)
            key = glob.tail or glob.head or glob.inner
            if key:
                index = tails if glob.tail else heads if glob.head else inner
                index.setdefault(len(key), {}).setdefault(key, []).append((glob.test, means))
            elif glob.test is None:
                self.every.append(means)
            else:
                self.loose.append((glob.test, means))
        self.heads: ByLength[T] = sorted(heads.items())
        self.tails: ByLength[T] = sorted(tails.items())
        self.inner: ByLength[T] = sorted(inner.items())

    def endings(self) -> list[str]:
        """All ends, one of which each name has that matches; empty where there is no such choice."""
        if self.every or self.heads or self.inner or self.loose:
            return []
        return [*self.exact, *(tail for _, table in self.tails for tail in table)]

    def of(self, name: str) -> Sequence[T]:
        """What the patterns stand for that match a name, but for `every`."""
        likely: Tested[T] = []
        size = len(name)
        for length, table in self.tails:
            if length > size:
                break
            likely += table.get(name[-length:], ())
        for length, table in self.heads:
            if length > size:
                break
            likely += table.get(name[:length], ())
        for length, table in self.inner:
            if length > size:
                break
            for part in {name[at : at + length] for at in range(size - length + 1)}:
                likely += table.get(part, ())
        if not likely and not self.loose:
            return self.exact.get(name, ())
        found = [means for test, means in (*likely, *self.loose) if test is None or test(name)]
        return [*self.exact.get(name, ()), *found]
