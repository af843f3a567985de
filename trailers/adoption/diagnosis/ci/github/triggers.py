"""Events at which nothing is judged. docs.github.com/actions/reference/events-that-trigger-workflows."""

from trailers.adoption.diagnosis.ci.github.step import Step
from trailers.adoption.diagnosis.ci.trouble import Trouble
from trailers.adoption.yaml.value import Yaml
from trailers.typed import Iterator

_NEEDED = frozenset(("opened", "synchronize"))


def check(step: Step) -> Iterator[Trouble]:
    """Pull requests, each push to one, and the merge queue."""
    pull = step.trigger("pull_request")
    if pull is None:
        yield from _no_pull_request(step)
        return
    yield from _types(pull)
    yield from _branches(step, pull)
    if step.trigger("merge_group") is None:
        yield Trouble(
            "no-merge-group",
            "unknown",
            "merge_group is not among the triggers; whether there is a merge queue cannot be seen from here",
            "a check that is required stops a queue in which it does not run; another lets all pass",
            "on: {merge_group: }, if the branch has a merge queue",
            _line(step.workflow.get("on")),
        )


def _no_pull_request(step: Step) -> Iterator[Trouble]:
    if step.trigger("pull_request_target") is None and step.trigger("workflow_call") is None:
        yield Trouble(
            "no-pull-request",
            "problem",
            f"job {step.job_name} does not run on pull requests",
            "what a pull request brings is not judged before it is merged",
            "on: {pull_request: , merge_group: }",
            _line(step.workflow.get("on")),
        )


def _types(pull: Yaml) -> Iterator[Trouble]:
    types = pull.get("types")
    named = set(types.texts)
    if named and not named >= _NEEDED:
        yield Trouble(
            "pull-request-types",
            "problem",
            f"pull_request runs on {', '.join(sorted(named))} only",
            "commits that are pushed to an open pull request are not judged",
            "types: [opened, synchronize, reopened]",
            _line(types),
        )


def _branches(step: Step, pull: Yaml) -> Iterator[Trouble]:
    branches, ignored = pull.get("branches"), pull.get("branches-ignore")
    wild = any(char in branch for branch in branches.texts for char in "*?[!+")
    if branches.texts and step.default_branch and not wild and step.default_branch not in branches.texts:
        what = f"pull_request runs for {', '.join(branches.texts)}, and not for {step.default_branch}"
        yield _left_out(what, f"branches: [{step.default_branch}]", branches)
    if {"*", "**", step.default_branch} & set(ignored.texts):
        what = f"pull_request does not run for {', '.join(ignored.texts)}"
        yield _left_out(what, "take branches-ignore out", ignored)


def _left_out(what: str, remedy: str, at: Yaml) -> Trouble:
    why = "pull requests to that branch are not judged"
    return Trouble("pull-request-branches", "problem", what, why, remedy, _line(at))


def _line(at: Yaml) -> int | None:
    return at.line or None
