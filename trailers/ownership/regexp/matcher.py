"""Go's regular expressions as Gitea asks them about paths, in time that grows with the path alone.

Gitea compiles `^` + expression + `$` and searches (`ParseCodeOwnersLine`, models/issues/pull.go). So
`docs|src/.*` is `^docs` or `src/.*$`, as written: the alternation does not stop at the anchors.

Python's `re` would backtrack, so the expression becomes a machine of ours: Thompson's construction, of which
each set of places becomes one state when a path first leads there (https://swtch.com/~rsc/regexp/). A known
state costs one dictionary look-up a character, a new one work that grows with the expression.
"""

from functools import lru_cache, reduce
from operator import getitem

from trailers.ownership.regexp.classes import Characters, Item, has
from trailers.ownership.regexp.program import (
    AT_END,
    BEFORE_LINE_END,
    BEFORE_WORD,
    BEGIN,
    Program,
    after,
    program_of,
    steps,
)
from trailers.ownership.regexp.syntax import Node, read
from trailers.regexp.cursor import LAST
from trailers.typed import Callable, NamedTuple

_OPERATORS = frozenset("\\.+*?()|[]{}^$")
_SHORT = 1_000  # characters
_MOST_STATES = 2_000
_MOST_LOOK_UPS = 200_000
_ANYTHING = Characters((Item(((0, 9), (11, LAST))),))


@lru_cache(maxsize=1024)
def matcher(source: str) -> Callable[[str], bool]:
    """Whether a path, without a slash at its beginning, is one that Gitea's rule `source` is about.

    ValueError, with a plain reason, where Go refuses the expression, or where it is too large to be meant.
    """
    simple = _simple(source)
    if simple:
        return _plain(simple)
    node = read(f"^{source}$")
    fixed = _fixed_ends(node)
    program = program_of(node)
    if fixed.whole:
        return _plain(fixed)
    machine = _Machine(program)
    beginning, ending = fixed.beginning, fixed.ending
    if not beginning and not ending:
        return machine.matches

    def matches(path: str) -> bool:
        return path.startswith(beginning) and path.endswith(ending) and machine.matches(path)

    return matches


class _Ends(NamedTuple):
    """What a path that matches begins and ends with; `whole`: that is all, with `.*` between where `any`."""

    beginning: str = ""
    ending: str = ""
    whole: bool = False
    any: bool = False


def _simple(source: str) -> _Ends | None:
    r"""What an expression means that has only letters, `\.`, and perhaps one `.*`: most are such."""
    if not source.isascii() or "\0" in source or len(source) > _SHORT:
        return None
    beginning, some, ending = source.replace("\\.", "\0").partition(".*")
    if not _OPERATORS.isdisjoint(beginning) or not _OPERATORS.isdisjoint(ending):
        return None
    return _Ends(beginning.replace("\0", "."), ending.replace("\0", "."), whole=True, any=bool(some))


def _plain(ends: _Ends) -> Callable[[str], bool]:
    """The matcher of an expression without operators, or with one `.*`: most are such."""
    beginning, ending, shortest = ends.beginning, ends.ending, len(ends.beginning) + len(ends.ending)
    if not ends.any:
        return (beginning + ending).__eq__

    def matches(path: str) -> bool:
        return (
            path.startswith(beginning)
            and path.endswith(ending)
            and len(path) >= shortest
            and ("\n" not in path or "\n" not in path[len(beginning) : len(path) - len(ending)])
        )

    return matches


def _fixed_ends(node: Node) -> _Ends:
    if node.kind != "all of" or node.parts[0].kind != "begin" or node.parts[-1].kind != "end":
        return _Ends()
    parts = node.parts[1:-1]
    first = 0
    while first < len(parts) and _letter(parts[first]):
        first += 1
    last = len(parts)
    while last > first and _letter(parts[last - 1]):
        last -= 1
    beginning = "".join(_letter(part) for part in parts[:first])
    ending = "".join(_letter(part) for part in parts[last:])
    middle = parts[first:last]
    some = len(middle) == 1 and middle[0] == Node("repeat", (Node("characters", characters=_ANYTHING),))
    return _Ends(beginning, ending, not middle or some, some)


def _letter(node: Node) -> str:
    """The one character that a piece stands for; empty where it may be several.

    The character that Go makes of bytes that are not UTF-8 is many.
    """
    if node.characters is None or node.characters.folded or node.characters.negated:
        return ""
    items = node.characters.items
    if len(items) != 1 or items[0].negated or len(items[0].ranges) != 1:
        return ""
    low, high = items[0].ranges[0]
    return chr(low) if low == high and low < 0xD800 else ""


class _State(dict[str, "_State"]):
    """A set of places in a program: a dictionary from the next character to the next state."""

    __slots__ = ("before", "ends", "machine", "places")

    def __init__(self, machine: "_Machine", places: tuple[int, ...], before: int) -> None:
        super().__init__()
        self.machine = machine
        self.places = places
        self.before = before
        self.ends: bool | None = None

    def __missing__(self, character: str) -> "_State":
        return self.machine.step(self, character)


class _Machine:
    """A program as it runs: the states that paths have led to so far."""

    def __init__(self, program: Program) -> None:
        self._program = program
        self._fits = [dict[str, bool]() for _ in program.classes]
        self._states: dict[tuple[tuple[int, ...], int], _State] = {}
        self._look_ups = 0
        self._start = _State(self, (program.start,), BEGIN)
        # Where there was a match already, all that follows is fine.
        self._found = _State(self, (), -1)
        self._found.ends = True

    def matches(self, path: str) -> bool:
        state = reduce(getitem, path, self._start)
        if state.ends is None:
            state.ends = steps(self._program, state.places, state.before | AT_END).found
        return state.ends

    def step(self, state: _State, character: str) -> _State:
        """The state behind a character that this one has not met yet."""
        following = state if state is self._found else self._following(state, character)
        self._look_ups += 1
        if self._look_ups > _MOST_LOOK_UPS or len(self._states) > _MOST_STATES:
            self._forget()
        state[character] = following
        return following

    def _following(self, state: _State, character: str) -> _State:
        program = self._program
        seen = state.before
        if character == "\n":
            seen |= BEFORE_LINE_END
        elif after(character) & program.cares:
            seen |= BEFORE_WORD
        now = steps(program, state.places, seen)
        if now.found:
            return self._found
        places = {program.next[place] for place in now.places if self._fit(place, character)}
        if program.searches:
            places.add(program.start)
        key = (tuple(sorted(places)), after(character) & program.cares)
        found = self._states.get(key)
        if found is None:
            found = self._states[key] = _State(self, *key)
        return found

    def _fit(self, place: int, character: str) -> bool:
        number = self._program.places[place]
        known = self._fits[number]
        fits = known.get(character)
        if fits is None:
            fits = known[character] = has(self._program.classes[number], character)
        return fits

    def _forget(self) -> None:
        """Begin again: a hostile expression has more states than there is memory."""
        for state in self._states.values():
            state.clear()
        self._states.clear()
        self._start.clear()
        self._found.clear()
        for known in self._fits:
            known.clear()
        self._look_ups = 0
