"""Mend a CODEOWNERS file: write what its mistakes suggest, and remove rules that say nothing.

Which rules those are is for the caller to say, from the findings US305, US307 and US308. Whether an edit may
be made is proven here: of two rules each can be redundant as long as the other stands, and a line that a
suggestion makes valid begins to count. An edit stays where every tracked path keeps its owners; else it is
taken back and told, with the paths. Only suggestions can be allowed to change owners, never a removal.

Comments and empty lines stay, also above a removed rule: whose they are, only people know.
"""

from trailers.message.hidden import visible
from trailers.ownership.codeowners import CodeOwners, Mistake
from trailers.ownership.decision import Decision
from trailers.ownership.dialects.dialect import Dialect
from trailers.ownership.matching.decide import decide
from trailers.ownership.proof import asks, differing, same_owners
from trailers.typed import Iterable, Mapping, NamedTuple, Sequence

_ROUNDS = 8  # of taking back edits that change owners; then the rest goes too
_TOLD = 3  # paths that a sentence names

Edits = dict[int, str]  # what becomes of a line, by its number from 1; "" where it goes


class Fixed(NamedTuple):
    """The mended text; a sentence for each edit that was `done`, and for each that was `left`, with why.

    `changed` are the tracked paths whose owners differ: none, but where changes are allowed. Where there are
    some and they are not, the text is as it was.
    """

    text: str
    done: tuple[str, ...] = ()
    left: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()


class Tracked(NamedTuple):
    """What an edit may not change: the owners of all tracked `paths`, sorted by their bytes.

    `path` is the CODEOWNERS file's own.
    """

    path: str
    dialect: Dialect
    paths: Sequence[str]


class _Stage(NamedTuple):
    """The file before or after some edits, with who decides about the tracked paths."""

    text: str
    codeowners: CodeOwners
    decision: Decision


def fixed(
    text: str, tracked: Tracked, *, removals: Mapping[int, str] | None = None, allow_changes: bool = False
) -> Fixed:
    """The text mended. `removals` are the lines of rules to remove, each with its reason in a word: "dead".

    Suggestions are those of the file's own mistakes; with `allow_changes` they are followed even where paths
    get other owners by it.
    """
    removals = removals or {}
    first = _stage(text, tracked)
    suggested = _suggested(first, removals)
    edits = _that_mend(tracked, first, {line: new for line, (new, _) in suggested.items()})
    useless = suggested.keys() - edits.keys()
    written, refused = (edits, {}) if allow_changes else _harmless(tracked, first, edits)
    second = _stage(edited(text, written), tracked) if written else first
    rules = {entry.line for entry in second.codeowners.entries}
    removed, kept = _harmless(tracked, second, {line: "" for line in removals if line in rules})
    mended = edited(second.text, removed, drop=True)
    parsed = tracked.dialect.parse(mended, tracked.path)
    changed = same_owners(first.codeowners, parsed, tracked.paths, tracked.dialect.combines)
    if changed and not allow_changes:
        return Fixed(text, (), ("nothing is written" + _by(changed),), changed)
    done = [(line, f"wrote {suggested[line][1]}") for line in written]
    done += [(line, f"removed {_shown(first, line)}: {removals[line]}") for line in removed]
    left = [(line, f"did not write {suggested[line][1]}{_by(paths)}") for line, paths in refused.items()]
    left += [(line, f"did not write {suggested[line][1]}: more is wrong with the line") for line in useless]
    left += [(line, f"kept {_shown(first, line)}{_by(paths)}") for line, paths in kept.items()]
    return Fixed(mended, _sentences(done), _sentences(left), changed)


def _stage(text: str, tracked: Tracked) -> _Stage:
    codeowners = tracked.dialect.parse(text, tracked.path)
    return _Stage(text, codeowners, decide(codeowners, tracked.paths, tracked.dialect.combines))


def edited(text: str, edits: Mapping[int, str], *, drop: bool = False) -> str:
    """The text with lines replaced, each keeping its line end; with `drop`, lines that become "" go."""
    lines = text.split("\n")
    for line, new in edits.items():
        lines[line - 1] = new + "\r" if lines[line - 1].endswith("\r") else new
    if drop:
        lines = [line for number, line in enumerate(lines, 1) if edits.get(number) != ""]
    return "\n".join(lines)


def _harmless(tracked: Tracked, before: _Stage, edits: Edits) -> tuple[Edits, dict[int, list[str]]]:
    """Those edits that change no owners, together; and the others, each with the paths that it would change.

    An edit is taken back where its line decides about a path whose owners differ, before or after. Lines
    are emptied, not dropped, so that the numbers stay. The last edit taken back ends it.
    """
    edits = dict(edits)
    refused: dict[int, list[str]] = {}
    rounds = 0
    while edits:
        after = _stage(edited(before.text, edits), tracked)
        culprits, is_same = _culprits(tracked.paths, before, after, edits)
        if is_same:
            break
        rounds += 1
        if not culprits or rounds > _ROUNDS:
            culprits = {line: culprits.get(line, []) for line in edits}
        refused.update(culprits)
        edits = {line: new for line, new in edits.items() if line not in culprits}
    return edits, refused


def _culprits(
    paths: Sequence[str], before: _Stage, after: _Stage, edits: Edits
) -> tuple[dict[int, list[str]], bool]:
    """The edited lines that decide about paths whose owners differ, with these; and whether none differ."""
    culprits: dict[int, list[str]] = {}
    is_same = asks(before.codeowners) == asks(after.codeowners)
    for at in differing(before.codeowners, after.codeowners, before.decision, after.decision):
        is_same = False
        deciding = {
            stage.codeowners.entries[place].line
            for stage in (before, after)
            for place in stage.decision.deciding[at]
        }
        for line in deciding & edits.keys():
            culprits.setdefault(line, []).append(paths[at])
    return culprits, is_same


def _suggested(stage: _Stage, without: Iterable[int]) -> dict[int, tuple[str, str]]:
    """The lines that mistakes suggest otherwise: what they become, and how that is told."""
    mistakes: dict[int, list[Mistake]] = {}
    for mistake in stage.codeowners.mistakes:
        if mistake.suggestion and "\n" not in mistake.suggestion:
            mistakes.setdefault(mistake.line, []).append(mistake)
    for line in without:
        mistakes.pop(line, None)
    raw = stage.text.split("\n")
    found = {}
    for line, held in sorted(mistakes.items()):
        old = raw[line - 1].removesuffix("\r")
        new, told = _mended(old, len(old) - len(stage.codeowners.lines[line - 1]), held)
        if new != old:
            found[line] = (new, told)
    return found


def _that_mend(tracked: Tracked, stage: _Stage, edits: Edits) -> Edits:
    """Those edits that leave nothing invalid in their line: half a mended line helps nobody."""
    if not edits:
        return edits
    parsed = tracked.dialect.parse(edited(stage.text, edits), tracked.path)
    wrong = {mistake.line for mistake in parsed.mistakes if mistake.kind.startswith("Invalid")}
    return {line: new for line, new in edits.items() if line not in wrong}


def _mended(text: str, shift: int, mistakes: Iterable[Mistake]) -> tuple[str, str]:
    """The line with its tokens replaced, from the last to the first; `shift` is for a byte order mark."""
    told: list[str] = []
    end = len(text)
    for mistake in sorted(mistakes, key=lambda one: -one.column):
        start = mistake.column - 1 + shift
        if start + mistake.length <= end:
            token = text[start : start + mistake.length]
            told.insert(0, f'"{visible(mistake.suggestion)}" for "{visible(token)}"')
            text = text[:start] + mistake.suggestion + text[start + mistake.length :]
            end = start
    return text, ", ".join(told)


def _shown(stage: _Stage, line: int) -> str:
    return f'"{visible(stage.codeowners.lines[line - 1])}"'


def _by(paths: Sequence[str]) -> str:
    """Which paths an edit would change, for the end of a sentence."""
    if not paths:
        return ": other rules would change with it"
    more = f" and {len(paths) - _TOLD} more" if len(paths) > _TOLD else ""
    return f": other owners for {', '.join(map(visible, paths[:_TOLD]))}{more}"


def _sentences(told: Iterable[tuple[int, str]]) -> tuple[str, ...]:
    return tuple(f"line {line}: {what}" for line, what in sorted(told))
