"""Find directories by their names alone, at any depth: in text, which costs much less than to visit all."""

from trailers.ownership.matching.chunk import Chunk, Cursor
from trailers.ownership.matching.names import Tested
from trailers.ownership.matching.places import Places
from trailers.ownership.matching.tree import Node
from trailers.typed import Iterator

_SOUGHT = 8  # so many names are looked for in text


class Directories:
    """Looks for the directories that a node leads to from any depth, chunk by chunk of the paths `below`.

    `told` is whether this tells all that the node leads to: not where too many names are asked for, or a
    directory is there in which more has to match. Names count behind the first `top` characters of a path.
    """

    __slots__ = ("_below", "_deep", "_endings", "_places", "_top", "told")

    def __init__(self, floating: Node, places: Places, below: range, top: int) -> None:
        names = floating.directories
        endings = names.endings()
        self.told = not names.size or 0 < len(endings) <= _SOUGHT
        self._deep = any(child.children or child.depth for child in floating.children.values())
        self._endings: list[_Ending] = []
        for ending in endings if self.told else ():
            wanted: Tested[Node] = [(ending.__eq__, node) for node in names.exact.get(ending, ())]
            for _, table in names.tails:
                wanted += table.get(ending, ())
            self._endings.append(_Ending(ending, wanted, below.start))
        self._places = places
        self._below = below
        self._top = top

    def look(self, chunk: Chunk) -> Iterator[tuple[int, range]]:
        """The shapes that a directory completes, and what is below it: in order for each, after those before.

        A stretch may lie in one before it.
        """
        for ending in self._endings if self.told else ():
            if not self._deep:
                yield from self._completed(ending, chunk)
            elif f"{ending.text}/" in chunk.text:
                self.told = False

    def _completed(self, ending: "_Ending", chunk: Chunk) -> Iterator[tuple[int, range]]:
        cursor, needle, below = Cursor(chunk), f"{ending.text}/", self._below
        there = ending.end <= chunk.first or cursor.go_to(ending.end - chunk.first)
        while there and cursor.find(needle):
            place, path = chunk.first + cursor.at, chunk.paths[cursor.at]
            after = place + 1
            at = path.find(needle, self._top)
            while at >= 0:
                stop = at + len(ending.text)
                name = path[path.rfind("/", 0, stop) + 1 : stop]
                reached = [node for test, node in ending.wanted if test is None or test(name)]
                if reached:
                    inside = range(place, self._places.after(path[:stop], place, below.stop))
                    yield from ((shape, inside) for node in reached for shape in node.inside)
                    if len(reached) == len(ending.wanted):
                        after = ending.end = inside.stop
                        break
                at = path.find(needle, stop + 1)
            there = cursor.go_to(after - chunk.first)


class _Ending:
    """What names of directories end with, the nodes that they lead to, and up to which place all is told."""

    __slots__ = ("end", "text", "wanted")

    def __init__(self, text: str, wanted: Tested[Node], end: int) -> None:
        self.text = text
        self.wanted = wanted
        self.end = end
