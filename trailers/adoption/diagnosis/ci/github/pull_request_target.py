"""`pull_request_target` with a checkout of the head: the change's own code runs with the base's secrets.

securitylab.github.com/resources/github-actions-preventing-pwn-requests
"""

from trailers.adoption.diagnosis.ci.github.step import Step
from trailers.adoption.diagnosis.ci.trouble import Trouble
from trailers.typed import Iterator

_HEAD = ("github.event.pull_request.head", "github.head_ref", "refs/pull/")


def check(step: Step) -> Iterator[Trouble]:
    """A checkout in the job that names the head."""
    if step.trigger("pull_request_target") is None:
        return
    for one in step.job.get("steps").items:
        given = one.get("with", "ref").text + one.get("with", "repository").text
        if one.get("uses").text.startswith("actions/checkout@") and any(sign in given for sign in _HEAD):
            yield Trouble(
                "pull-request-target",
                "problem",
                f"job {step.job_name} checks out a pull request's head under pull_request_target",
                "whoever opens a pull request gets its files beside the base's secrets and write token",
                "on: {pull_request: }, with permissions: {contents: read}",
                one.line,
            )
