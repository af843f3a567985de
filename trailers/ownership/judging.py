"""Judging a CODEOWNERS file: a cheap test a rule, so that rules without occasion are not even imported.

A hook has 20 ms for everything, and a healthy file gives occasion to two rules or three.
"""

import os
from importlib import import_module

from trailers.finding import Finding
from trailers.ownership.survey import Survey
from trailers.typed import Callable, Iterator

Check = Callable[[Survey], Iterator[Finding]]
Holds = Callable[[Survey], bool]


def judge(survey: Survey) -> tuple[Finding, ...]:
    """What the rules find: in the file by line and column, then by path.

    Severities are the rules' own; a policy's come later.
    """
    found = [finding for check in occasioned(survey) for finding in check(survey)]
    return tuple(sorted(found, key=_order))


def occasioned(survey: Survey) -> Iterator[Check]:
    """The checks of the rules that can find something."""
    if survey.codeowners is None:
        yield _check("no_codeowners")
        return
    for module, holds in OF_PATHS:
        if holds(survey):
            yield _check(module)
    if not survey.whole:
        return
    for module, holds in (*OF_FILE, *(OF_OVERLAPS if overlap(survey) else ())):
        if holds(survey):
            yield _check(module)


def _check(module: str) -> Check:
    check: Check = import_module(_RULES + module).check
    return check


def _order(finding: Finding) -> tuple[int, int, bytes, str]:
    # What is found in no line goes last: it is about other files, or about this one as a whole.
    line = finding.line or 1 << 62
    return line, finding.column or 0, os.fsencode(finding.path or ""), finding.rule


def _mistaken(kind: str) -> Holds:
    return lambda survey: any(mistake.kind == kind for mistake in survey.file.mistakes)


def lacks_owners(survey: Survey) -> bool:
    """Whether no entry decides about some path that is judged."""
    if survey.judged is None:
        return () in survey.decision.deciding
    return any(not survey.decision.deciding[place] for place in survey.judged)


def _unguarded(survey: Survey) -> bool:
    """Whether the file itself is looked at, and nobody owns it."""
    place = survey.place_of(survey.file.path)
    if place is None:
        return False
    return not any(survey.file.entries[entry].owners for entry in survey.decision.deciding[place])


def _lifeless(survey: Survey) -> bool:
    """Whether an entry matches nothing, or is an exclusion, which can be without effect."""
    return 0 in survey.decision.matched or any(entry.excludes for entry in survey.file.entries)


def overlap(survey: Survey) -> bool:
    """Whether some path is matched by more entries than decide about it, or by several that do."""
    decided = sum(map(len, survey.decision.deciding))
    return sum(survey.decision.matched) > decided or survey.dialect.combines == "union"


def _doubled(survey: Survey) -> bool:
    """Whether a pattern stands twice."""
    entries = survey.file.entries
    return len({(entry.section, entry.excludes, entry.pattern) for entry in entries}) < len(entries)


def _shadowed(survey: Survey) -> bool:
    return survey.dialect.combines != "union" and bool(survey.idle())


def _oversized(survey: Survey) -> bool:
    return survey.dialect.limit is not None and survey.size >= survey.dialect.limit


_RULES = "trailers.ownership.rules."

OF_PATHS: tuple[tuple[str, Holds], ...] = (
    ("unowned_file", lacks_owners),
    ("unowned_codeowners", _unguarded),
)

OF_FILE: tuple[tuple[str, Holds], ...] = (
    ("invalid_pattern", _mistaken("Invalid pattern")),
    ("invalid_owner", _mistaken("Invalid owner")),
    ("unknown_owner", lambda survey: survey.roster is not None or _mistaken("Unknown owner")(survey)),
    ("other_dialect", _mistaken("Other dialect")),
    ("dead_entries", _lifeless),
    ("oversized_codeowners", _oversized),
    ("several_codeowners", lambda survey: bool(survey.others)),
)

OF_OVERLAPS: tuple[tuple[str, Holds], ...] = (
    ("duplicate_rule", _doubled),
    ("shadowed_rule", _shadowed),
    ("redundant_rule", lambda _survey: True),
)
