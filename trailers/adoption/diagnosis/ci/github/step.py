"""A place in a workflow that runs undersign."""

from trailers.adoption.diagnosis.ci.command import calls
from trailers.adoption.yaml.value import Yaml
from trailers.typed import Iterator, NamedTuple

_FILTERED = ("pull_request", "pull_request_target", "push", "merge_group")


class Step(NamedTuple):
    """A step that runs undersign, with the job and the workflow around it.

    `step` is the job itself where it calls a reusable workflow.
    """

    workflow: Yaml
    job_name: str
    job: Yaml
    step: Yaml
    default_branch: str = ""

    @property
    def uses(self) -> str:
        """The action or workflow, '' for a step of commands."""
        return self.step.get("uses").text

    @property
    def before(self) -> tuple[Yaml, ...]:
        """The steps of the job that come first."""
        steps = self.job.get("steps").items
        return steps[: steps.index(self.step)] if self.step in steps else ()

    def trigger(self, name: str) -> Yaml | None:
        """What is said of a trigger, an empty scalar where that is nothing; None where it is none."""
        on = self.workflow.get("on")
        if on.kind == "{":
            return on.get(name) if on.has(name) else None
        return Yaml('"', on.line) if name in on.texts else None

    @property
    def triggers(self) -> Iterator[tuple[str, Yaml]]:
        """The triggers by which changes come."""
        for name in _FILTERED:
            said = self.trigger(name)
            if said is not None:
                yield name, said


def steps_in(workflow: Yaml, default_branch: str, *, own_project: bool = False) -> Iterator[Step]:
    """Each place that runs undersign; the project's own action counts where the project is undersign."""
    for name, job in workflow.get("jobs").entries:
        places = (job,) if job.has("uses") else job.get("steps").items
        for place in places:
            uses = place.get("uses").text
            if calls(place.get("run").text) or _is_ours(uses, own_project=own_project):
                yield Step(workflow, name, job, place, default_branch)


def _is_ours(uses: str, *, own_project: bool) -> bool:
    name = uses.partition("@")[0]
    return "undersign" in name.lower() or (own_project and name in (".", "./"))
