"""A checkout without the history, in which no range can be told. github.com/actions/checkout."""

from trailers.adoption.diagnosis.ci.github.step import Step
from trailers.adoption.diagnosis.ci.trouble import Trouble
from trailers.typed import Iterator

_WHY = "a shallow clone lacks the commits of the range: verify ends with 2, and judges nothing"
_REMEDY = "with: {fetch-depth: 0}"


def check(step: Step) -> Iterator[Trouble]:
    """The last checkout before the step."""
    checkouts = [one for one in step.before if one.get("uses").text.startswith("actions/checkout@")]
    if not checkouts:
        return  # the repository comes by another way, or the reusable workflow has its own
    checkout = checkouts[-1]
    depth = checkout.get("with", "fetch-depth").text
    if depth != "0" and "${{" not in depth:
        what = f"job {step.job_name}: actions/checkout with fetch-depth {depth or '1'}"
        yield Trouble("shallow-checkout", "problem", what, _WHY, _REMEDY, checkout.line)
