"""The three things that can be said of a dead entry: it was moved, it is near, or it is just dead."""

from trailers.finding import Finding
from trailers.ownership.rules import case_mismatch, dead_rule
from trailers.ownership.survey import Survey
from trailers.typed import TYPE_CHECKING, Iterator

if TYPE_CHECKING:
    from trailers.ownership.rules.moved_path import Move


def check(survey: Survey) -> Iterator[Finding]:
    """One finding for each dead entry, of US305, US310 or US314. What was found is asked for once."""
    dead = survey.dead()
    moved: dict[int, Move] = {}
    if survey.renames:  # seldom
        from trailers.ownership.rules import moved_path

        moved = moved_path.moves(survey, dead)
        yield from moved_path.told(survey, moved)
    near = case_mismatch.near(survey, [place for place in dead if place not in moved])
    yield from case_mismatch.told(survey, near)
    yield from dead_rule.told(survey, {*moved, *near})
