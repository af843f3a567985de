"""The traps of a workflow, in the order in which they are told."""

from trailers.adoption.diagnosis.ci.github import (
    conditional,
    ignored_failure,
    path_filters,
    permissions,
    pull_request_target,
    shallow,
    triggers,
    unpinned,
)
from trailers.adoption.diagnosis.ci.github.step import Step
from trailers.adoption.diagnosis.ci.trouble import Trouble
from trailers.typed import Callable, Iterator

_CHECKS: tuple[Callable[[Step], Iterator[Trouble]], ...] = (
    shallow.check,
    triggers.check,
    pull_request_target.check,
    path_filters.check,
    ignored_failure.check,
    conditional.check,
    unpinned.check,
    permissions.check,
)


def troubles_of(steps: list[Step]) -> list[Trouble]:
    """All that is found, each once however many steps have it."""
    return list(dict.fromkeys(trouble for check in _CHECKS for step in steps for trouble in check(step)))
