"""Conditions that skip: a skipped job reports success, also where it is required.

docs.github.com/actions/how-tos/write-workflows/choose-when-workflows-run/control-jobs-with-conditions
"""

from trailers.adoption.diagnosis.ci.github.step import Step
from trailers.adoption.diagnosis.ci.trouble import Trouble
from trailers.adoption.yaml.value import Yaml
from trailers.typed import Iterator

_NEVER_SKIPS = frozenset(("always()", "!cancelled()", "success()", "true", "success() || failure()"))
_WHY = "a job that is skipped counts as passed, for a required check too"


def check(step: Step) -> Iterator[Trouble]:
    """`if` of step and job, and `needs`."""
    nodes = (step.step,) if step.step is step.job else (step.step, step.job)
    for node in nodes:
        condition = _condition(node)
        if condition and condition not in _NEVER_SKIPS:
            what = f"job {step.job_name}: it can be skipped: if: {condition}"
            yield Trouble("conditional", "warning", what, _WHY, "take the condition out", node.get("if").line)
    if step.job.has("needs") and _condition(step.job) not in ("always()", "!cancelled()"):
        needed = ", ".join(step.job.get("needs").texts)
        what = f"job {step.job_name} is skipped where one fails that it needs: {needed}"
        yield Trouble("conditional", "warning", what, _WHY, "if: ${{ always() }}", step.job.get("needs").line)


def _condition(node: Yaml) -> str:
    return " ".join(node.get("if").text.removeprefix("${{").removesuffix("}}").split())
