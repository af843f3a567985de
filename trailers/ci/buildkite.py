"""Buildkite.

Variables: https://buildkite.com/docs/pipelines/configure/environment-variables
Merge queues: https://buildkite.com/docs/pipelines/tutorials/github-merge-queue

A merge queue build names its base commit, a pull request build only its base branch, any other build
nothing. BUILDKITE_COMMIT is "usually" an id, and `HEAD` for a build that was started by hand.
"""

from trailers.ci.environment import no_base, required, required_id, value
from trailers.ci.object_id import object_id
from trailers.ci.request import Asked, Environ, RangeRequest, Read
from trailers.ci.tracking import fetch_command, tracking_ref

_QUEUE_BASE = "BUILDKITE_MERGE_QUEUE_BASE_COMMIT"
_PULL_BASE = "BUILDKITE_PULL_REQUEST_BASE_BRANCH"


def ask(environ: Environ, _read: Read) -> Asked:
    """What the build asks to be judged; RangeError for a branch or tag build."""
    if value(environ, _QUEUE_BASE) is not None:
        return _merge_queue(environ)
    if (value(environ, "BUILDKITE_PULL_REQUEST") or "false") != "false":
        return _pull_request(environ)
    default = value(environ, "BUILDKITE_PIPELINE_DEFAULT_BRANCH")
    raise no_base("Buildkite", "this is no pull request build and no merge queue build", default)


def _merge_queue(environ: Environ) -> RangeRequest:
    source = "Buildkite, merge queue build"
    return RangeRequest(
        base=required_id(environ, _QUEUE_BASE, source),
        head=_head(environ, source),
        stage="merge",
        source=source,
        advice="let the agent clone without `--depth`",
    )


def _pull_request(environ: Environ) -> RangeRequest:
    source = "Buildkite, pull request build"
    target = required(environ, _PULL_BASE, source)
    return RangeRequest(
        base=tracking_ref(target, _PULL_BASE),
        head=_head(environ, source),
        stage="review",
        source=source,
        branch=value(environ, "BUILDKITE_BRANCH"),
        advice=fetch_command(target),
    )


def _head(environ: Environ, source: str) -> str:
    head = required(environ, "BUILDKITE_COMMIT", source)
    return head if head == "HEAD" else object_id(head, "BUILDKITE_COMMIT")
