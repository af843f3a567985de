"""Find directories by their names alone, at any depth: in text, which costs much less than to visit all."""

from collections.abc import Iterator

from trailers.ownership.matching.names import Names, Tested
from trailers.ownership.matching.places import Places
from trailers.ownership.matching.tree import Node

CHUNK = 8192  # so many paths are taken together
_SOUGHT = 8  # so many names are looked for in text


def present(names: Names[Node], places: Places, below: range) -> list[str] | None:
    """The ends asked for that a directory may have; None where these cannot be told, or are many."""
    endings = names.endings()
    if not 0 < len(endings) <= _SOUGHT:
        return None if names.size else []
    found: set[str] = set()
    for first in range(below.start, below.stop, CHUNK):
        text = "\0".join(places.paths[first : min(first + CHUNK, below.stop)])
        found.update(ending for ending in endings if ending + "/" in text)
    return sorted(found)


def named(
    names: Names[Node], ending: str, places: Places, below: range, top: int
) -> Iterator[tuple[int, range]]:
    """The shapes that a directory completes whose name ends so, and what is below it, in order for each.

    Names count behind the first `top` characters of a path. A stretch may lie in one before it.
    """
    wanted: Tested[Node] = [(ending.__eq__, node) for node in names.exact.get(ending, ())]
    for _, table in names.tails:
        wanted += table.get(ending, ())
    paths, needle, end = places.paths, ending + "/", below.start
    for first in range(below.start, below.stop, CHUNK):
        part = paths[first : min(first + CHUNK, below.stop)]
        for place in [place for place, path in enumerate(part, first) if needle in path]:
            if place < end:
                continue
            path = paths[place]
            at = path.find(needle, top)
            while at >= 0:
                stop = at + len(ending)
                name = path[path.rfind("/", 0, stop) + 1 : stop]
                reached = [node for test, node in wanted if test is None or test(name)]
                if reached:
                    inside = range(place, places.after(path[:stop], place, below.stop))
                    yield from ((shape, inside) for node in reached for shape in node.inside)
                    if len(reached) == len(wanted):
                        end = inside.stop
                        break
                at = path.find(needle, stop + 1)
