"""Find what shapes with wildcards match: walk through the directories that they can reach, and no others.

The nodes of the tree that a directory is reached by are its state. States are shared, and each remembers
where a name leads from it, so that most directories cost a look-up: an automaton, made as it is needed.
"""

from bisect import bisect_left

from trailers.ownership.matching.chunk import Chunk
from trailers.ownership.matching.directories import Directories
from trailers.ownership.matching.names import Names
from trailers.ownership.matching.places import Places
from trailers.ownership.matching.sweep import Sweep
from trailers.ownership.matching.tree import Node, trees_of
from trailers.ownership.shape import Shape
from trailers.typed import Iterable, Sequence

CHUNK = 8192  # so many paths are taken together
_SHORT = 32  # so many files are asked one by one, more of them together
_NAMES = 1024  # so many files' names are remembered for a state
_REMEMBERED = 1_000_000  # so many nodes of states, before states are no longer shared

Spans = list[Sequence[int]]


def spans_of(shapes: Iterable[tuple[int, Shape]], places: Places) -> dict[int, Spans]:
    """For each numbered shape the places of the paths that it matches: stretches and lists, none twice."""
    walk = Walk(places)
    for prefix, tree in trees_of(shapes).items():
        walk.through(prefix, tree)
    numbers = walk.stretches.keys() | walk.single.keys()
    return {number: _apart(walk.stretches.get(number, ()), walk.single.get(number, ())) for number in numbers}


class State:
    """The nodes that a directory is reached by, and what files in it match.

    `every` are shapes that each file matches; `files` are asked for the others. `steps` tells for the name of
    a directory in it the next state, and the shapes that match what is below; `found` for the name of a file
    the shapes that it matches.
    """

    __slots__ = ("every", "files", "found", "nodes", "steps")

    def __init__(self, nodes: frozenset[Node], files: Sequence[Names[int]]) -> None:
        self.nodes = nodes
        self.every = [shape for names in files for shape in names.every]
        self.files = [names for names in files if names.size > len(names.every)]
        self.steps: dict[str, tuple[State, Sequence[int]]] = {}
        self.found: dict[str, Sequence[int]] = {}

    def shapes_of(self, name: str) -> Sequence[int]:
        """The shapes that a file of this name matches, but for `every`."""
        found = self.found.get(name)
        if found is None:
            if len(self.found) > _NAMES:
                self.found.clear()
            found = self.found[name] = [shape for names in self.files for shape in names.of(name)]
        return found


class Walk:
    """Walks through a list of paths. `stretches` and `single` are the places matched, by a shape's number."""

    def __init__(self, places: Places) -> None:
        self.stretches: dict[int, list[range]] = {}
        self.single: dict[int, list[int]] = {}
        self._places = places
        self._states: dict[frozenset[Node], State] = {}
        self._remembered = 0
        self._swept: Node | None = None

    def through(self, prefix: str, tree: Node) -> None:
        """Look at what is below a directory. What `**/x` matches right there is found without a walk."""
        below = self._places.below(prefix)
        if not below:
            return
        top = prefix + "/" if prefix else ""
        self._swept = tree.depth
        nodes = {tree} if tree.children else set()
        if tree.depth and not self._sweep(tree.depth, below, len(top)):
            nodes.add(tree.depth)
        if nodes:
            self._visit(below, top, self._state(nodes))

    def _sweep(self, floating: Node, below: range, top: int) -> bool:
        """Ask all paths, wherever they are; whether directories too were found by their names.

        Else they have to be walked through.
        """
        for shape in floating.files.every:
            self.stretches.setdefault(shape, []).append(below)
        directories = Directories(floating, self._places, below, top)
        if not floating.files.size and not directories.told:
            return False
        for first in range(below.start, below.stop, CHUNK):
            chunk = Chunk(self._places[first : min(first + CHUNK, below.stop)], first)
            if floating.files.size:
                Sweep(chunk, self.single).ask(floating.files)
            for shape, stretch in directories.look(chunk):
                self.stretches.setdefault(shape, []).append(stretch)
        return directories.told

    def _visit(self, below: range, here: str, state: State) -> None:
        """Go through the paths in order; `here` is the directory, and `state` its state."""
        paths, at, last = self._places, below.start, below.stop
        above: list[tuple[str, State]] = []
        while at < last:
            path = paths[at]
            while not path.startswith(here):
                here, state = above.pop()
            cut = path.find("/", len(here))
            if cut < 0:
                if state.every or state.files:
                    at = self._files(state, here, at, last)
                else:
                    at += 1
                continue
            name = path[len(here) : cut]
            following, arrived = state.steps.get(name) or self._step(state, name)
            if arrived or not following.nodes:
                end = self._places.after(path[:cut], at, last)
                for shape in arrived:
                    self.stretches.setdefault(shape, []).append(range(at, end))
                if not following.nodes:
                    at = end
                    continue
            above.append((here, state))
            here, state = path[: cut + 1], following

    def _step(self, state: State, name: str) -> tuple[State, Sequence[int]]:
        """Where a directory's name leads, and which shapes match all that is below."""
        reached = {node for node in state.nodes if node.repeats}
        arrived: list[int] = []
        for node in state.nodes:
            for child in (*node.directories.every, *node.directories.of(name)):
                arrived += child.inside
                if child.children:
                    reached.add(child)
                if child.depth:
                    reached.add(child.depth)
        step = state.steps[name] = self._state(reached), arrived
        return step

    def _state(self, nodes: set[Node]) -> State:
        key = frozenset(nodes)
        state = self._states.get(key)
        if state is None:
            state = State(key, [node.files for node in key if node is not self._swept])
            self._remembered += len(key) + 1
            if self._remembered < _REMEMBERED:
                self._states[key] = state
        return state

    def _files(self, state: State, here: str, at: int, last: int) -> int:
        """Ask the files that follow each other in one directory; where they end."""
        paths, size, end = self._places, len(here), at + 1
        while end < last and paths[end].startswith(here) and paths[end].find("/", size) < 0:
            end += 1
        for shape in state.every:
            self.stretches.setdefault(shape, []).append(range(at, end))
        if end - at > _SHORT:
            sweep = Sweep(Chunk(paths[at:end], at), self.single)
            for names in state.files:
                sweep.ask(names)
        elif state.files:
            for place in range(at, end):
                for shape in state.shapes_of(paths[place][size:]):
                    self.single.setdefault(shape, []).append(place)
        return end


def _apart(stretches: Iterable[range], single: Sequence[int]) -> Spans:
    """The same places, each once. Both are in order, and a stretch that begins in another ends in it."""
    apart: Spans = []
    kept: list[int] = []
    after = seen = 0
    for stretch in stretches:
        if stretch.start >= after:
            apart.append(stretch)
            after = stretch.stop
            if single:
                kept += single[seen : bisect_left(single, stretch.start, seen)]
                seen = bisect_left(single, stretch.stop, seen)
    kept += single[seen:]
    return [*apart, kept] if kept else apart
