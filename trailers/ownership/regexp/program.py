"""An expression as a program of small steps, of which any number are under way at once (Thompson, 1968)."""

from trailers.ownership.regexp.classes import Characters
from trailers.ownership.regexp.syntax import Kind, Node
from trailers.typed import NamedTuple

MOST_STEPS = 4_000

# What stands before and behind a place in the path.
BEGIN, BEHIND_LINE_END, BEHIND_WORD, AT_END, BEFORE_LINE_END, BEFORE_WORD = 1, 2, 4, 8, 16, 32

_WORD = frozenset("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz")
_ASSERTIONS: frozenset[Kind] = frozenset(("begin", "end", "line begin", "line end", "word", "no word"))


class Program(NamedTuple):
    """Steps by number. A step is a class of characters (`places`), a fork, an assertion, or the match.

    `next` is the step behind a step, -1 behind the match; `forks` the other one; `classes` the classes that
    `places` number. `searches`: a match may begin anywhere. `cares`: what of a character behind us matters.
    """

    next: list[int]
    forks: dict[int, int]
    assertions: dict[int, Kind]
    places: dict[int, int]
    classes: list[Characters]
    start: int
    searches: bool
    cares: int


class Now(NamedTuple):
    """The steps that wait for a character, and whether the match is among those reached."""

    places: list[int]
    found: bool


def program_of(node: Node) -> Program:
    """Compile; ValueError where it would take too many steps."""
    writer = _Writer()
    start = writer.write(node, writer.step(-1))
    kinds = set(writer.assertions.values())
    cares = BEHIND_WORD if kinds & {"word", "no word"} else 0
    cares |= BEHIND_LINE_END if "line begin" in kinds else 0
    program = Program(
        writer.next, writer.forks, writer.assertions, writer.places, list(writer.classes), start, True, cares
    )
    # Where nothing holds but at the beginning of the path, no match begins later.
    later = (steps(program, (start,), seen) for seen in range(0, 2 * BEFORE_WORD, 2 * BEGIN))
    return program._replace(searches=any(now.found or now.places for now in later))


def after(character: str) -> int:
    """What a character is to an assertion behind it."""
    return BEHIND_LINE_END if character == "\n" else BEHIND_WORD if character in _WORD else 0


def steps(program: Program, places: tuple[int, ...], seen: int) -> Now:
    """Follow forks and assertions that hold, to the steps that wait for a character."""
    waiting: list[int] = []
    found = False
    reached = set(places)
    todo = list(places)
    while todo:
        at = todo.pop()
        if at in program.places:
            waiting.append(at)
            continue
        if program.next[at] < 0:
            found = True
            continue
        if at in program.assertions and not _holds(program.assertions[at], seen):
            continue
        for following in (program.next[at], program.forks.get(at, -1)):
            if following >= 0 and following not in reached:
                reached.add(following)
                todo.append(following)
    return Now(waiting, found)


def _holds(assertion: Kind, seen: int) -> bool:
    if assertion == "begin":
        return bool(seen & BEGIN)
    if assertion == "end":
        return bool(seen & AT_END)
    if assertion == "line begin":
        return bool(seen & (BEGIN | BEHIND_LINE_END))
    if assertion == "line end":
        return bool(seen & (AT_END | BEFORE_LINE_END))
    return (bool(seen & BEHIND_WORD) != bool(seen & BEFORE_WORD)) == (assertion == "word")


class _Writer:
    """Writes steps from the last to the first, so that each knows what is behind it."""

    def __init__(self) -> None:
        self.next: list[int] = []
        self.forks: dict[int, int] = {}
        self.assertions: dict[int, Kind] = {}
        self.places: dict[int, int] = {}
        self.classes: dict[Characters, int] = {}

    def step(self, following: int) -> int:
        if len(self.next) >= MOST_STEPS:
            raise ValueError(f"the expression takes more than {MOST_STEPS:,} steps")
        self.next.append(following)
        return len(self.next) - 1

    def write(self, node: Node, following: int) -> int:
        """The first step of a piece that `following` comes behind."""
        if node.characters is not None:
            at = self.step(following)
            self.places[at] = self.classes.setdefault(node.characters, len(self.classes))
            return at
        if node.kind in _ASSERTIONS:
            at = self.step(following)
            self.assertions[at] = node.kind
            return at
        if node.kind == "all of":
            for part in reversed(node.parts):
                following = self.write(part, following)
            return following
        if node.kind == "one of":
            return self._one_of(node, following)
        return self._repeat(node, following)

    def _one_of(self, node: Node, following: int) -> int:
        first = self.write(node.parts[-1], following)
        for part in reversed(node.parts[:-1]):
            first = self._fork(self.write(part, following), first)
        return first

    def _repeat(self, node: Node, following: int) -> int:
        part = node.parts[0]
        if node.most < 0:
            again = self.step(following)
            self.forks[again] = self.write(part, again)
            first = again
        else:
            first = following
            for _ in range(node.most - node.least):
                first = self._fork(self.write(part, first), following)
        for _ in range(node.least):
            first = self.write(part, first)
        return first

    def _fork(self, one: int, other: int) -> int:
        at = self.step(one)
        self.forks[at] = other
        return at
