"""An owner whom the list of people and teams does not know.

## What it checks
Each owner, also a section's default owners and the members of a Bitbucket group, stands in the tracked list
of people and teams. Without such a list nothing is checked. GitLab's roles are always known.

## Why
Who has left, or whose team was renamed, is never asked for a review, and the forge does not say so.

## Example
    /docs/ @jane-who-left

## How to fix
Write an owner who is known, or add the person or the team to the list.

## Options
[owners] people; [severity] US303.

## Since
0.3
"""

from trailers.finding import Finding
from trailers.ownership.codeowners import CodeOwners
from trailers.ownership.owner import Owner
from trailers.ownership.roster import Roster
from trailers.ownership.rules.mistaken import findings
from trailers.ownership.rules.placing import at
from trailers.ownership.survey import Survey
from trailers.ownership.token import owner_spans
from trailers.rule import Rule
from trailers.typed import Iterator

RULE = Rule("US303", "unknown-owner", "error", "ownership", __doc__)


def check(survey: Survey) -> Iterator[Finding]:
    yield from findings(RULE, survey, "Unknown owner")
    if survey.roster is None:
        return
    unknown = _unknown(survey.file, survey.roster)
    if not unknown:
        return
    for line, owners in _named(survey.file):
        if unknown.isdisjoint(owners):
            continue
        for owner, span in owner_spans(survey.file.lines[line - 1], owners):
            if span and owner in unknown:
                message = f"{owner.text} is not in the list of people and teams"
                remedy = f"write an owner who is known on line {line}, or add {owner.text} to the list"
                yield at(RULE, survey.file, (line, span.column), message, remedy)


def _unknown(codeowners: CodeOwners, roster: Roster) -> set[Owner]:
    """The owners that nobody knows: each is asked about once."""
    named = {owner for _, owners in _named(codeowners) for owner in owners}
    groups = {name.lstrip("@") for name in codeowners.groups}
    return {
        owner
        for owner in named
        if owner.kind != "other"  # told by US302
        and not (owner.kind == "group" and owner.text.lstrip("@") in groups)
        and not roster.knows(owner)
    }


def _named(codeowners: CodeOwners) -> Iterator[tuple[int, tuple[Owner, ...]]]:
    """The lines that can name owners, and which."""
    for section in codeowners.sections:
        if section.line:
            yield section.line, section.owners
    for entry in codeowners.entries:
        yield entry.line, entry.owners
    if codeowners.groups:
        yield from _defined(codeowners)


def _defined(codeowners: CodeOwners) -> Iterator[tuple[int, tuple[Owner, ...]]]:
    """The lines that define Mibex's groups: `@@@name @member @@group`."""
    members = {name.lstrip("@"): owners for name, owners in codeowners.groups.items()}
    for number, line in enumerate(codeowners.lines, 1):
        words = line.replace("\t", " ").split(" ", 1)
        if words[0].startswith("@@@") and words[0][3:] in members:
            yield number, members[words[0][3:]]
