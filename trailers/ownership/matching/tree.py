"""Shapes with wildcards as a tree: those that begin alike share their nodes."""

from trailers.ownership.matching.names import Names
from trailers.ownership.shape import Segment, Shape
from trailers.typed import Iterable


class Node:
    """What can be reached by the same segments; shapes are named by their numbers.

    `depth` is the node behind a `**`; `repeats` is true of that one, which each further directory leads to
    again. `inside` are the shapes that end here and match what is below, `whole` those that match a path
    which ends here. `directories` and `files` look the next name up: a directory's leads on to nodes, a
    file's decides for shapes.
    """

    __slots__ = ("_directories", "_files", "children", "depth", "inside", "repeats", "whole")

    def __init__(self, *, repeats: bool = False) -> None:
        self.children: dict[Segment, Node] = {}
        self.depth: Node | None = None
        self.repeats = repeats
        self.inside: list[int] = []
        self.whole: list[int] = []
        self._directories: Names[Node] | None = None
        self._files: Names[int] | None = None

    def grow(self, segments: Iterable[Segment]) -> "Node":
        """The node that the segments lead to, made where it is not there."""
        node = self
        for segment in segments:
            if segment.kind != "depth":
                node = node.children.setdefault(segment, Node())
            elif not node.repeats:  # `**` after `**` says nothing new
                node.depth = node.depth or Node(repeats=True)
                node = node.depth
        return node

    @property
    def directories(self) -> Names["Node"]:
        """The nodes that a directory's name leads to; those are left out where nothing further can match."""
        if self._directories is None:
            useful = [(segment, child) for segment, child in self.children.items() if child.goes_on]
            self._directories = Names(useful)
        return self._directories

    @property
    def files(self) -> Names[int]:
        """The shapes that a file's name completes."""
        if self._files is None:
            ends = [(segment, shape) for segment, child in self.children.items() for shape in child.whole]
            self._files = Names(ends)
        return self._files

    @property
    def goes_on(self) -> bool:
        """Whether anything below a directory that leads here can match."""
        return bool(self.inside or self.children or self.depth)


def trees_of(shapes: Iterable[tuple[int, Shape]]) -> dict[str, Node]:
    """A tree for each fixed beginning."""
    trees: dict[str, Node] = {}
    for number, shape in shapes:
        node = trees.setdefault(shape.prefix, Node()).grow(shape.rest)
        if shape.reach != "path":
            node.inside.append(number)
        if shape.reach != "inside":
            node.whole.append(number)
    return trees
