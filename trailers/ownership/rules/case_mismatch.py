"""A rule that matches no tracked file, and would if the case of letters did not count.

## What it checks
An entry that matches no tracked file is compared again without the case of letters. The path that it then
matches is named. Above 200,000 files, patterns with wildcards are not compared again: they are told as dead.

## Why
All forges tell `/Docs/` from `/docs/`, although the file systems of macOS and Windows do not, where the line
was perhaps written.

## Example
    /Docs/ @docs-team
where the directory is docs.

## How to fix
/docs/ @docs-team

## Options
[severity] US310.

## Since
0.3
"""

import os

from trailers.finding import Finding
from trailers.ownership.codeowners import Entry
from trailers.ownership.expression import Expression
from trailers.ownership.matching.globs import glob_of
from trailers.ownership.matching.places import by_code_point
from trailers.ownership.rules.folded import Folders
from trailers.ownership.rules.matched import matched_paths
from trailers.ownership.rules.patterns import pattern_of
from trailers.ownership.rules.placing import at_pattern
from trailers.ownership.shape import Shape
from trailers.ownership.survey import Survey
from trailers.rule import Rule
from trailers.typed import Iterator, Mapping, Sequence

RULE = Rule("US310", "case-mismatch", "error", "ownership", __doc__)

# Above so many paths only entries without wildcards are compared, so that a hint never costs seconds.
WIDEST = 200_000


def check(survey: Survey) -> Iterator[Finding]:
    from trailers.ownership.rules.moved_path import moves

    dead = survey.dead()
    moved = moves(survey, dead)
    return told(survey, near(survey, [place for place in dead if place not in moved]))


def told(survey: Survey, close: Mapping[int, str]) -> Iterator[Finding]:
    """A finding for each entry with the path that it misses."""
    for place, path in close.items():
        entry = survey.file.entries[place]
        message = (
            f"{entry.pattern} matches no tracked file, but for the case of letters it would match {path}"
        )
        shape = entry.matches
        if isinstance(shape, Shape) and not shape.rest:
            sign = "!" if entry.excludes else ""
            instead = sign + pattern_of(path, survey.dialect)
            remedy = f"write {instead} instead of {entry.pattern} on line {entry.line}"
        else:
            remedy = f"write the pattern on line {entry.line} in the case of {path}"
        yield at_pattern(RULE, survey.file, place, message, remedy)


def near(survey: Survey, dead: Sequence[int]) -> dict[int, str]:
    """By the place of a dead entry: what it would match if case did not count, a file or a `directory/`."""
    found: dict[int, str] = {}
    rest = []
    folders = Folders(survey.decision.paths)
    for place in dead:
        shape = survey.file.entries[place].matches
        if isinstance(shape, Expression) or shape.rest or not shape.prefix:
            rest.append(place)
        elif path := folders.find(shape.prefix, shape.reach):
            found[place] = path
    if rest and len(survey.decision.paths) <= WIDEST:
        found |= _by_wildcards(survey, rest)
    return dict(sorted(found.items()))


def _by_wildcards(survey: Survey, dead: list[int]) -> dict[int, str]:
    found: dict[int, str] = {}
    paths = survey.decision.paths
    entries = survey.file.entries
    expressions = [place for place in dead if isinstance(entries[place].matches, Expression)]
    for at, spans in matched_paths([_caseless(entries[place]) for place in expressions], paths):
        found[expressions[at]] = paths[spans[0][0]]
    asked = {place: _lowered(entries[place]) for place in dead if place not in set(expressions)}
    # One text for all paths: few patterns that match none have words that occur at all.
    text = "\0".join(paths).lower()
    globs = [place for place, entry in asked.items() if paths and _word(entry) in text]
    if globs:
        lowered = text.split("\0")
        order = range(len(paths)) if lowered == paths else _sorted(lowered)
        folded = [lowered[place] for place in order]
        for at, spans in matched_paths([asked[place] for place in globs], folded):
            found[globs[at]] = paths[order[spans[0][0]]]
    return found


def _word(entry: Entry) -> str:
    """The longest text that each path has which the pattern matches."""
    assert isinstance(entry.matches, Shape)
    words = [entry.matches.prefix]
    for segment in entry.matches.rest:
        if segment.kind == "literal":
            words.append(segment.text)
        elif segment.kind == "glob":
            glob = glob_of(segment.text)
            words += [glob.tail, glob.head, glob.inner]
    return max(words, key=len)


def _sorted(paths: list[str]) -> list[int]:
    """The places of the paths in the order of their bytes."""
    if by_code_point(paths):
        return sorted(range(len(paths)), key=paths.__getitem__)
    return sorted(range(len(paths)), key=lambda place: os.fsencode(paths[place]))


def _lowered(entry: Entry) -> Entry:
    shape = entry.matches
    assert isinstance(shape, Shape)
    rest = tuple(segment._replace(text=segment.text.lower()) for segment in shape.rest)
    return entry._replace(matches=shape._replace(prefix=shape.prefix.lower(), rest=rest))


def _caseless(entry: Entry) -> Entry:
    assert isinstance(entry.matches, Expression)
    return entry._replace(matches=entry.matches._replace(source=f"(?i){entry.matches.source}"))
