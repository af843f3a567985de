"""What exclusions take out: of their section on GitLab, of the file with Mibex.

GitLab, "Exclude files from code ownership": once excluded, no line of the section includes a path again. With
Mibex an exclusion decides like a line without owners, until a later line matches.
"""

from trailers.ownership.matching.decide import decide
from trailers.ownership.survey import Survey

# By the place of a path: for each section that would own it, the exclusion that takes it out.
TakenOut = dict[int, dict[int, int]]


def taken_out(survey: Survey) -> TakenOut:
    """The paths that are excluded and would be owned otherwise. Of several exclusions the last one counts."""
    entries = survey.file.entries
    if not any(entry.excludes for entry in entries):
        return {}
    combines = survey.dialect.combines
    sections = combines == "sections"
    asked = [place for place, entry in enumerate(entries) if entry.excludes or not sections]
    owning = [place for place, entry in enumerate(entries) if not entry.excludes]
    plain = survey.file._replace(entries=tuple(entries[place]._replace(excludes=False) for place in asked))
    bare = survey.file._replace(entries=tuple(entries[place] for place in owning))
    matching = decide(plain, survey.decision.paths, combines).deciding
    owned = decide(bare, survey.decision.paths, combines).deciding
    found: TakenOut = {}
    for path, places in enumerate(matching):
        if not places or not owned[path]:
            continue
        owners = {entries[owning[place]].section for place in owned[path]}
        last = {entries[asked[place]].section: asked[place] for place in places}
        taken = {at: place for at, place in last.items() if at in owners and entries[place].excludes}
        if taken:
            found[path] = taken
    return found


def unowned(survey: Survey) -> list[int]:
    """The places of the judged paths that no entry decides about and no exclusion takes out on purpose."""
    deciding = survey.decision.deciding
    places = range(len(deciding)) if survey.judged is None else survey.judged
    found = [place for place in places if not deciding[place]]
    if found and any(entry.excludes for entry in survey.file.entries):
        cleared = taken_out(survey)
        found = [place for place in found if place not in cleared]
    return found


def without_effect(survey: Survey) -> list[int]:
    """The places of the exclusions that match paths and take none of them out, one for a line."""
    entries = survey.file.entries
    idle = [place for place, count in enumerate(survey.decision.matched) if count and entries[place].excludes]
    if not idle:
        return []
    active = {entries[place].line for taken in taken_out(survey).values() for place in taken.values()}
    first = {entries[place].line: place for place in reversed(idle)}
    return sorted(place for line, place in first.items() if line not in active)
