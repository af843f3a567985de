"""Expressions that a matcher which backtracks could choke on, matched in linear time (Pike's machine).

All ways to match go forward together, one byte at a time, the preferred one first; each step of the program
is under way at most once, so a byte costs no more than the program is long, whatever the text. It is slow:
hundreds of kilobytes a second. https://swtch.com/~rsc/regexp/regexp2.html
"""

from trailers.secrets.gitleaks.characters import PERL
from trailers.secrets.gitleaks.measure import REACH, most_of
from trailers.secrets.gitleaks.node import HIGH, Kind, Node
from trailers.typed import NamedTuple

MOST_STEPS = 20_000
# Steps that are taken for one rule in one text: some ten seconds.
MOST_TAKEN = 10_000_000

_WORD = PERL["w"]
_LINE_END = 10
_CONTINUATION = ((1 << 0xC0) - 1) ^ ((1 << 0x80) - 1)
_LEAD = ((1 << 0xF5) - 1) ^ ((1 << 0xC2) - 1)
_MATCH, _SET, _FORK, _SAVE, _ASSERT = range(5)

Places = tuple[int, ...]  # where each group begins and ends, -1 where it did not match; the whole is group 0

Thread = tuple[int, Places]  # a step that is reached, and what was matched on the way to it


class TooMuchWorkError(Exception):
    """The expression takes more steps for this text than `MOST_TAKEN`."""


class Step(NamedTuple):
    """One step: `next` follows it, and after a fork `other`, which is preferred less. `mask`: the bytes."""

    kind: int
    next: int = -1
    other: int = -1
    mask: int = 0
    assertion: Kind = "begin"


class Machine:
    """A program and how it runs. ValueError where it would be longer than `MOST_STEPS`."""

    def __init__(self, node: Node, groups: int) -> None:
        self._steps: list[Step] = []
        self._slots = 2 * groups + 2
        self.taken = 0
        end = self._step(Step(_SAVE, self._step(Step(_MATCH)), 1))
        self._start = self._step(Step(_SAVE, self._write(node, end), 0))

    def search(self, data: bytes, start: int, end: int) -> Places | None:
        """The first match in these bytes of the data, as Go would find it, no longer than `REACH`.

        `taken` counts the steps of all searches; TooMuchWorkError where they are too many.
        """
        threads: list[Thread] = []
        nothing = (-1,) * self._slots
        found: Places | None = None
        for at in range(start, end + 1):
            if found is None:
                threads.append((self._start, nothing))
            elif not threads:
                break
            threads = self._reached(threads, data, at)
            self.taken += len(threads) + 1
            if self.taken > MOST_TAKEN:
                raise TooMuchWorkError
            code = data[at] if at < end else -1
            waiting: list[Thread] = []
            for number, places in threads:
                step = self._steps[number]
                if step.kind == _MATCH:
                    found = places
                    break  # what is preferred less does not matter any more
                if code >= 0 and step.mask >> code & 1 and at - places[0] < REACH:
                    waiting.append((step.next, places))
            threads = waiting
        return found

    def _reached(self, threads: list[Thread], data: bytes, at: int) -> list[Thread]:
        """Follow forks and assertions to the steps that wait for a byte, in order of preference."""
        steps = self._steps
        reached: set[int] = set()
        found: list[Thread] = []
        todo = threads[::-1]
        while todo:
            number, places = todo.pop()
            if number in reached:
                continue
            reached.add(number)
            step = steps[number]
            if step.kind <= _SET:
                found.append((number, places))
            elif step.kind == _FORK:
                todo += ((step.other, places), (step.next, places))
            elif step.kind == _SAVE:
                slot = step.other
                todo.append((step.next, (*places[:slot], at, *places[slot + 1 :])))
            elif _holds(step.assertion, data, at):
                todo.append((step.next, places))
        return found

    def _step(self, step: Step) -> int:
        if len(self._steps) >= MOST_STEPS:
            raise ValueError(f"the expression takes more than {MOST_STEPS:,} steps")
        self._steps.append(step)
        return len(self._steps) - 1

    def _write(self, node: Node, following: int) -> int:
        """Write a piece; the number of its first step."""
        if node.kind in ("byte", "character"):
            return self._character(node, following)
        if node.kind == "all of":
            for part in reversed(node.parts):
                following = self._write(part, following)
            return following
        if node.kind == "one of":
            first = self._write(node.parts[-1], following)
            for part in reversed(node.parts[:-1]):
                first = self._fork(self._write(part, following), first)
            return first
        if node.kind == "repeat":
            return self._repeat(node, following)
        if node.kind == "group":
            end = self._step(Step(_SAVE, following, 2 * node.number + 1))
            return self._step(Step(_SAVE, self._write(node.parts[0], end), 2 * node.number))
        return self._step(Step(_ASSERT, following, assertion=node.kind))

    def _character(self, node: Node, following: int) -> int:
        ascii_ = self._step(Step(_SET, following, mask=node.mask))
        if node.kind == "byte":
            return ascii_
        behind = following
        for _ in range(2):
            behind = self._fork(self._step(Step(_SET, behind, mask=_CONTINUATION)), following)
        lead = self._step(Step(_SET, self._step(Step(_SET, behind, mask=_CONTINUATION)), mask=_LEAD))
        # Bytes that are no UTF-8 are a character each.
        broken = self._step(Step(_SET, following, mask=HIGH))
        return self._fork(ascii_, self._fork(lead, broken))

    def _repeat(self, node: Node, following: int) -> int:
        part = node.parts[0]
        if node.most < 0:
            again = self._step(Step(_FORK))
            inner = self._write(part, again)
            self._steps[again] = _forked(inner, following, greedy=node.greedy)
            first = again
        else:
            first = following
            for _ in range(most_of(node) - node.least):
                inner = self._write(part, first)
                first = self._step(_forked(inner, following, greedy=node.greedy))
        for _ in range(node.least):
            first = self._write(part, first)
        return first

    def _fork(self, one: int, other: int) -> int:
        return self._step(Step(_FORK, one, other))


def _forked(inner: int, following: int, *, greedy: bool) -> Step:
    return Step(_FORK, inner, following) if greedy else Step(_FORK, following, inner)


def _holds(assertion: Kind, data: bytes, at: int) -> bool:
    if assertion in ("begin", "line begin"):
        return at == 0 or (assertion == "line begin" and data[at - 1] == _LINE_END)
    if assertion in ("end", "line end"):
        return at == len(data) or (assertion == "line end" and data[at] == _LINE_END)
    before = at > 0 and _WORD >> data[at - 1] & 1
    after = at < len(data) and _WORD >> data[at] & 1
    return (before != after) == (assertion == "word")
