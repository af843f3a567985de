"""The same pattern twice.

## What it checks
No pattern stands twice in the file, on GitLab in a section. Patterns that match nothing are told as dead.

## Why
The owners of the two lines are not merged: the earlier line has no effect. On Gitea and Forgejo both lines
hold, and a reader who finds one of them does not look for the other.

## Example
    /docs/ @docs-team
    /src/  @developers
    /docs/ @writers

## How to fix
Delete the earlier line, or write all owners in one: /docs/ @docs-team @writers

## Options
[severity] US307.

## Since
0.3
"""

from trailers.finding import Finding
from trailers.ownership.codeowners import Entry
from trailers.ownership.rules.placing import at_pattern
from trailers.ownership.survey import Survey
from trailers.rule import Rule
from trailers.typed import Iterator

RULE = Rule("US307", "duplicate-rule", "warning", "ownership", __doc__)


def check(survey: Survey) -> Iterator[Finding]:
    entries = survey.file.entries
    for lines in duplicates(survey):
        places = list(lines.values())
        first, last = entries[places[0]], entries[places[-1]]
        if survey.dialect.combines == "union":
            for later in places[1:]:
                entry = entries[later]
                message = f"{entry.pattern} is also on line {first.line}: the owners of both are asked"
                yield at_pattern(RULE, survey.file, later, message, _merged(first, entry))
        else:
            for earlier in places[:-1]:
                entry = entries[earlier]
                message = f"{entry.pattern} is written again on line {last.line}: this line has no effect"
                yield at_pattern(RULE, survey.file, earlier, message)


def duplicates(survey: Survey) -> list[dict[int, int]]:
    """For each pattern that stands twice: its lines, each with the place of its first entry.

    Patterns that match no path are left out. Mibex's braces make several entries of one line.
    """
    entries = survey.file.entries
    places = [place for place, count in enumerate(survey.decision.matched) if count]
    keys = [(entries[place].section, entries[place].excludes, entries[place].pattern) for place in places]
    if len(set(keys)) == len(keys):
        return []
    lines: dict[tuple[int, bool, str], dict[int, int]] = {}
    for key, place in zip(keys, places, strict=True):
        lines.setdefault(key, {}).setdefault(entries[place].line, place)
    return [found for found in lines.values() if len(found) > 1]


def doubled(survey: Survey) -> set[int]:
    """The lines of which this rule speaks."""
    union = survey.dialect.combines == "union"
    groups = map(list, duplicates(survey))
    return {line for lines in groups for line in (lines if union else lines[:-1])}


def _merged(first: Entry, last: Entry) -> str:
    owners = dict.fromkeys(owner.text for owner in (*first.owners, *last.owners))
    return f"write line {first.line}: {first.pattern} {' '.join(owners)}, and delete line {last.line}"
