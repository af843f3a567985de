"""Whether a shape matches a path, straight from its definition: slow, and easy to see to be right.

Both tests keep the set of places in the pattern that can have been reached, name by name and character by
character, so that none is tried twice: the work is path times pattern at worst.
"""

from functools import lru_cache

from trailers.ownership.matching.globs import CharSet, pieces_of
from trailers.ownership.shape import Segment, Shape


def matches(shape: Shape, path: str) -> bool:
    """Whether the shape matches the path: it, or a directory above it, as the shape's reach has it."""
    prefix = shape.prefix.split("/") if shape.prefix else []
    segments = [*(Segment(name, "literal") for name in prefix), *shape.rest]
    names = path.split("/")
    reached = _before_depths(segments, {0})
    lengths = [0] if len(segments) in reached else []  # how many names the segments match as a whole
    for length, name in enumerate(names, start=1):
        reached = _after(segments, reached, name)
        if len(segments) in reached:
            lengths.append(length)
    whole = len(names) in lengths
    above = any(length < len(names) for length in lengths)
    return {"path": whole, "inside": above, "both": whole or above}[shape.reach]


def _after(segments: list[Segment], reached: set[int], name: str) -> set[int]:
    """The places that are reached with one more name."""
    after = set()
    for place in reached:
        if place == len(segments):
            continue
        segment = segments[place]
        if segment.kind == "depth":
            after.add(place)  # it takes this name, and may take more
        elif name == segment.text if segment.kind == "literal" else glob_matches(segment.text, name):
            after.add(place + 1)
    return _before_depths(segments, after)


def _before_depths(segments: list[Segment], reached: set[int]) -> set[int]:
    """The same places, and those behind a `depth` that takes no name."""
    found = set(reached)
    for place, segment in enumerate(segments):
        if place in found and segment.kind == "depth":
            found.add(place + 1)
    return found


def glob_matches(glob: str, name: str) -> bool:
    """Whether a glob matches the whole of a name."""
    tests = _tests(glob)
    reached = _behind_stars(tests, {0})
    for char in name:
        after = set()
        for place in reached:
            if place == len(tests):
                continue
            test = tests[place]
            if test is None:
                after.add(place)
            elif test.has(char) if isinstance(test, CharSet) else test == char:
                after.add(place + 1)
        reached = _behind_stars(tests, after)
    return len(tests) in reached


def _behind_stars(tests: tuple[str | CharSet | None, ...], reached: set[int]) -> set[int]:
    found = set(reached)
    for place, test in enumerate(tests):
        if place in found and test is None:
            found.add(place + 1)
    return found


@lru_cache(maxsize=4096)
def _tests(glob: str) -> tuple[str | CharSet | None, ...]:
    """The glob's tests in order; None is a star."""
    tests: list[str | CharSet | None] = []
    for number, piece in enumerate(pieces_of(glob)):
        if number:
            tests.append(None)
        tests.extend(piece)
    return tuple(tests)
