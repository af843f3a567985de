"""A rule whose file or directory was moved.

## What it checks
An entry that matches no tracked file matched one that git says was moved. The rule names the new path; where
the whole beginning of the pattern went elsewhere, also the pattern to write.

## Why
The files are still there, and nobody answers for them any more.

## Example
    /src/parser.py @developers
after: git mv src/parser.py src/reading/parser.py

## How to fix
/src/reading/parser.py @developers

## Options
[severity] US314.

## Since
0.3
"""

import os

from trailers.finding import Finding
from trailers.ownership.codeowners import Entry
from trailers.ownership.expression import Expression
from trailers.ownership.rules.matched import matched_paths
from trailers.ownership.rules.patterns import pattern_of
from trailers.ownership.rules.placing import at_pattern, deleting
from trailers.ownership.survey import Survey
from trailers.rule import Rule
from trailers.typed import Iterator, Mapping, NamedTuple, Sequence

RULE = Rule("US314", "moved-path", "error", "ownership", __doc__)


class Move(NamedTuple):
    """Where a path of an entry went, and the pattern to write, empty where none can be told."""

    old: str
    new: str
    pattern: str = ""


def check(survey: Survey) -> Iterator[Finding]:
    return told(survey, moves(survey, survey.dead()))


def told(survey: Survey, moved: Mapping[int, Move]) -> Iterator[Finding]:
    """A finding for each entry with what became of its paths."""
    for place, move in moved.items():
        entry = survey.file.entries[place]
        message = f"{entry.pattern} matches no tracked file since {move.old} was moved to {move.new}"
        remedy = deleting(entry.line)
        if move.pattern:
            sign = "!" if entry.excludes else ""
            remedy = f"write {sign}{move.pattern} instead of {entry.pattern} on line {entry.line}"
        yield at_pattern(RULE, survey.file, place, message, remedy)


def moves(survey: Survey, dead: Sequence[int]) -> dict[int, Move]:
    """The dead entries, by their places, that matched a path which was moved to one that is tracked."""
    renames = {old: new for old, new in survey.renames.items() if survey.place_of(new) is not None}
    if not renames or not dead:
        return {}
    entries = [survey.file.entries[place] for place in dead]
    old = sorted(renames, key=os.fsencode)
    found: dict[int, Move] = {}
    for at, spans in matched_paths(entries, old):
        pairs = [(old[path], renames[old[path]]) for span in spans for path in span]
        found[dead[at]] = _move(survey, entries[at], pairs)
    return dict(sorted(found.items()))


def _move(survey: Survey, entry: Entry, pairs: list[tuple[str, str]]) -> Move:
    """The move that most of these renames agree in; the first one where the pattern cannot follow."""
    votes: dict[Move, int] = {}
    for old, new in pairs:
        move = _followed(survey, entry, old, new)
        if move:
            votes[move] = votes.get(move, 0) + 1
    return max(votes, key=lambda move: votes[move]) if votes else Move(*pairs[0])


def _followed(survey: Survey, entry: Entry, old: str, new: str) -> Move | None:
    """What became of the entry's fixed beginning when this path was moved; None where that cannot be told."""
    shape = entry.matches
    if isinstance(shape, Expression) or not shape.prefix:
        return None
    inside = old[len(shape.prefix) :]  # empty for a file, else with its slash
    if not new.endswith(inside) or len(new) <= len(inside):
        return None
    beginning = new[: len(new) - len(inside)]
    if not shape.rest:
        directory = shape.reach == "inside"
        pattern = pattern_of(beginning + "/" * directory, survey.dialect)
    else:
        names = entry.pattern.strip('!/"').split("/")
        rest = "/".join(names[shape.prefix.count("/") + 1 :])
        slash = "/" * entry.pattern.endswith("/")
        pattern = f"{pattern_of(beginning, survey.dialect)}/{rest}{slash}"
    return Move(shape.prefix, beginning, pattern)
