"""Where a Go expression matches, in time that grows with the text, whatever the expression is.

An expression of which can be told that a matcher which backtracks finishes soon from every place goes to
Python's `re`, around the words that every match has. Any other, and any text in which those words stand so
often that it is meant to cost, goes to a machine of ours, which is slower and always linear. In both, `*`,
`+` and `{n,}` reach no further than `REACH` bytes.
"""

import re
from functools import cached_property

from trailers.secrets.gitleaks.expression import read_expression
from trailers.secrets.gitleaks.literals import literals_of
from trailers.secrets.gitleaks.machine import Machine, Places
from trailers.secrets.gitleaks.measure import width, work
from trailers.secrets.gitleaks.node import NEWLINE, Node
from trailers.secrets.gitleaks.pattern import pattern_of
from trailers.typed import Iterator

# Steps for each place where one of the words stands, and for each byte where there are no words. What is
# reached on text that means harm is a small part of it.
_MOST_AT_A_WORD = 20_000_000
_MOST_AT_A_BYTE = 2_000
# Steps for one text, at the words in it: some seconds at the worst.
_MOST_IN_A_TEXT = 40_000_000
_NARROW = 1_000  # bytes of a match: the machine looks around words too
_BEYOND = 2  # what `$` and `\b` look at

# Where a match may begin, from one offset to another, and how far it may reach.
Window = tuple[int, int, int]


class Matcher:
    """One expression. ValueError, with a plain reason, where Go would refuse it, or it is too large."""

    def __init__(self, source: str) -> None:
        expression = read_expression(source)
        self.groups = expression.groups
        self._node = expression.node
        self._width = width(self._node).most
        self.literals = literals_of(self._node)
        steps = work(self._node).steps
        self._cost = steps * (self.literals.before + 1) if self.literals else max(steps, self._width)
        self.cheap = self._cost <= (_MOST_AT_A_WORD if self.literals else _MOST_AT_A_BYTE)
        self._machine = None if self.cheap else Machine(self._node, self.groups)

    def matches(self, data: bytes, lowered: bytes) -> Iterator[Places]:
        """Every match, none of which overlaps another: where each group begins and ends, the whole first.

        `lowered` is the data in lower case. A match of nothing is none. TooMuchWorkError where it takes too
        many steps.
        """
        done = 0
        machine = self._machine or self._machine_for(lowered)
        if machine is not None:
            machine.taken = 0
        windows = self._windows(data, lowered) if machine is None else self._machines_windows(data, lowered)
        for start, last, end in windows:
            at = max(start, done)
            while at <= last and (places := self._search(data, at, end, machine)) is not None:
                if places[0] > last:
                    break  # the next window sees all of it
                if places[1] > places[0]:
                    yield places
                done = at = max(places[1], at + 1)

    def found_in(self, text: bytes) -> bool:
        """Whether it matches anywhere in a text, the empty match included."""
        if self._machine is not None:
            self._machine.taken = 0
        return self._search(text, 0, len(text), self._machine) is not None

    def _search(self, data: bytes, start: int, end: int, machine: Machine | None) -> Places | None:
        if machine is not None:
            return machine.search(data, start, end)
        match = self._pattern.search(data, start, end)
        if match is None:
            return None
        return tuple(place for group in range(self.groups + 1) for place in match.span(group))

    def _machine_for(self, lowered: bytes) -> Machine | None:
        """The machine, where the words stand so often that `re` could take long; None where that is fine."""
        if self.literals is None:
            return None
        often = sum(map(lowered.count, self.literals.words))
        if often * self._cost <= _MOST_IN_A_TEXT:
            return None
        try:
            return Machine(self._node, self.groups)
        except ValueError:  # it has too many steps, and `re` finishes in the end
            return None

    def _windows(self, data: bytes, lowered: bytes) -> Iterator[Window]:
        if self.literals is None:
            yield 0, len(data), len(data)
            return
        before = self.literals.before
        for at in _places(lowered, self.literals.words):
            yield max(0, at - before), at, min(len(data), at + self._width + _BEYOND)

    def _machines_windows(self, data: bytes, lowered: bytes) -> Iterator[Window]:
        words = self.literals.words if self.literals else ()
        if words and not any(word in lowered for word in words):
            return
        if words and self._width <= _NARROW:
            yield from _merged(self._windows(data, lowered))
        elif _takes_newlines(self._node):
            yield 0, len(data), len(data)
        else:
            yield from _lines(data, _places(lowered, words), every=not words)

    @cached_property
    def _pattern(self) -> re.Pattern[bytes]:
        return re.compile(pattern_of(self._node).encode("ascii"))


def _places(lowered: bytes, words: tuple[bytes, ...]) -> Iterator[int]:
    """Where one of the words stands, in order."""
    following = {word: lowered.find(word) for word in words}
    while True:
        here = [at for at in following.values() if at >= 0]
        if not here:
            return
        first = min(here)
        yield first
        for word, at in following.items():
            if at == first:
                following[word] = lowered.find(word, at + 1)


def _merged(windows: Iterator[Window]) -> Iterator[Window]:
    """Windows that do not overlap."""
    start = end = -1
    for window in windows:
        if window[0] > end:
            if end >= 0:
                yield start, end, end
            start = window[0]
        end = window[2]
    if end >= 0:
        yield start, end, end


def _lines(data: bytes, places: Iterator[int], *, every: bool) -> Iterator[Window]:
    """The lines that these places are in, or all of them."""
    done = 0
    while done <= len(data):
        at = done if every else next((place for place in places if place >= done), -1)
        if at < 0:
            return
        start = data.rfind(b"\n", 0, at) + 1
        end = data.find(b"\n", at)
        end = end if end >= 0 else len(data)
        yield start, end, end
        done = end + 1


def _takes_newlines(node: Node) -> bool:
    return bool(node.kind in ("byte", "character") and node.mask & NEWLINE) or any(
        map(_takes_newlines, node.parts)
    )
