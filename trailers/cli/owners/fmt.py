"""What `undersign owners fmt` does: lay a CODEOWNERS file out, and with --fix mend it."""

import os

from trailers.cli.console import git_in
from trailers.cli.owners.of import find_in_index
from trailers.errors import PolicyError
from trailers.message.file import read_message_file, replace_message_file
from trailers.output.printable import printable
from trailers.ownership.dialects.dialect import Dialect
from trailers.ownership.formatting import formatted
from trailers.ownership.matching.decide import decide
from trailers.ownership.proof import same_owners
from trailers.ownership.survey import Survey
from trailers.policy.policy import Policy
from trailers.policy.work_tree import policy_at
from trailers.repository.listing import index_paths
from trailers.repository.top import top_of
from trailers.typed import NamedTuple
from trailers.verify.owners.found import Found
from trailers.verify.owners.report import findings_in
from trailers.verify.owners.surveying import Surveyed

# The rules whose lines --fix takes out, and why in a word.
REMOVED = {"US305": "dead", "US307": "duplicate", "US308": "redundant"}


class Asked(NamedTuple):
    """What to do; with `check` nothing is written, with `allow_changes` mending may change who owns what."""

    directory: str = "."
    file: str = ""
    dialect: str = ""
    fix: bool = False
    check: bool = False
    allow_changes: bool = False


def format_owners(asked: Asked) -> int:
    """Write the work tree's file anew: 0; with `check`, 1 where that would change it."""
    git = git_in(asked.directory)
    top = top_of(git)
    policy = policy_at(top)
    found = find_in_index(git, policy, asked.dialect, asked.file)
    assert found.tracked
    path, dialect = found.tracked.path, found.dialect
    place = os.path.join(top, path)
    if os.path.islink(place):
        raise PolicyError(f"{path} is a symbolic link in the work tree", "replace it with the file itself")
    text = read_message_file(place).decode("utf-8", "surrogateescape")
    paths = index_paths(git)
    mended, told = _mended(text, paths, found, policy, asked) if asked.fix else (text, [])
    mended = formatted(mended, path, dialect.parse)
    if not asked.allow_changes:
        _prove(text, mended, path, dialect, paths)
    return _write(place, (text, mended), told, asked)


def _mended(text: str, paths: list[str], found: Found, policy: Policy, asked: Asked) -> tuple[str, list[str]]:
    from trailers.ownership.fixing import Tracked, fixed

    assert found.tracked
    path, dialect = found.tracked.path, found.dialect
    codeowners = dialect.parse(text, path)
    survey = Survey(codeowners, dialect, decide(codeowners, paths, dialect.combines))
    findings = findings_in(Surveyed(survey, found), policy)
    lines = {one.line: REMOVED[one.rule] for one in findings if one.rule in REMOVED and one.line}
    done = fixed(text, Tracked(path, dialect, paths), removals=lines, allow_changes=asked.allow_changes)
    changed = [f"{one} gets other owners" for one in done.changed if asked.allow_changes]
    return done.text, [*done.done, *done.left, *changed]


def _prove(before: str, after: str, path: str, dialect: Dialect, paths: list[str]) -> None:
    """Every tracked path keeps its owners, or nothing is written."""
    read = (dialect.parse(before, path), dialect.parse(after, path))
    changed = same_owners(*read, paths, dialect.combines)
    if changed:
        raise PolicyError(f"{path} is as it was: {changed[0]} would get other owners", "--allow-changes")


def _write(place: str, texts: tuple[str, str], told: list[str], asked: Asked) -> int:
    before, after = texts
    name = os.path.relpath(place)
    for line in told:
        print(printable(f"{name}: {line}"))
    if before == after:
        print(printable(f"{name}: nothing to change"))
        return 0
    if asked.check:
        print(printable(f"{name}: would be written anew"))
        return 1
    replace_message_file(place, after.encode("utf-8", "surrogateescape"))
    kept = "" if asked.allow_changes else "; every tracked file keeps its owners"
    print(printable(f"{name}: written{kept}"))
    return 0
