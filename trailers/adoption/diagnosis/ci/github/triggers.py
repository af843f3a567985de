"""Events at which nothing is judged. docs.github.com/actions/reference/events-that-trigger-workflows."""

from collections.abc import Iterator

from trailers.adoption.diagnosis.ci.github.step import Step
from trailers.adoption.diagnosis.ci.trouble import Trouble

_NEEDED = frozenset(("opened", "synchronize"))


def check(step: Step) -> Iterator[Trouble]:
    """Pull requests, each push to one, and the merge queue."""
    pull = step.trigger("pull_request")
    line = step.workflow.get("on").line or None
    if pull is None:
        if step.trigger("pull_request_target") is None and step.trigger("workflow_call") is None:
            yield Trouble(
                "no-pull-request",
                "problem",
                f"job {step.job_name} does not run on pull requests",
                "what a pull request brings is not judged before it is merged",
                "on: {pull_request: , merge_group: }",
                line,
            )
        return
    types = set(pull.get("types").texts)
    if types and not types >= _NEEDED:
        yield Trouble(
            "pull-request-types",
            "problem",
            f"pull_request runs on {', '.join(sorted(types))} only",
            "commits that are pushed to an open pull request are not judged",
            "types: [opened, synchronize, reopened]",
            pull.get("types").line or None,
        )
    branches = pull.get("branches").texts
    wild = any(char in branch for branch in branches for char in "*?[!+")
    if branches and step.default_branch and not wild and step.default_branch not in branches:
        yield Trouble(
            "pull-request-branches",
            "problem",
            f"pull_request runs for {', '.join(branches)}, and not for {step.default_branch}",
            "pull requests to that branch are not judged",
            f"branches: [{step.default_branch}]",
            pull.get("branches").line or None,
        )
    ignored = pull.get("branches-ignore")
    if {"*", "**", step.default_branch} & set(ignored.texts):
        yield Trouble(
            "pull-request-branches",
            "problem",
            f"pull_request does not run for {', '.join(ignored.texts)}",
            "pull requests to that branch are not judged",
            "take branches-ignore out",
            ignored.line or None,
        )
    if step.trigger("merge_group") is None:
        yield Trouble(
            "no-merge-group",
            "unknown",
            "merge_group is not among the triggers; whether there is a merge queue cannot be seen from here",
            "a check that is required stops a queue in which it does not run; another lets all pass",
            "on: {merge_group: }, if the branch has a merge queue",
            line,
        )
