"""GitHub Actions, and what imitates it (Gitea, Forgejo, act).

Variables: https://docs.github.com/en/actions/reference/workflows-and-actions/variables
Events: https://docs.github.com/en/webhooks/webhook-events-and-payloads and
https://docs.github.com/en/actions/reference/workflows-and-actions/events-that-trigger-workflows

A pull request is judged from `base.sha` to `head.sha`: GITHUB_SHA is a merge that GitHub makes for the
run, and no part of the change. `base.sha` is the base branch at the last push to the pull request, so it
can be older than the branch is now: the range is not shorter for it, since merging the newer base into
the pull request is itself a push.
"""

from trailers.ci.environment import no_base, required
from trailers.ci.event import Event, flag_at, id_at, id_or_zero_at, read_event, text_at
from trailers.ci.object_id import is_zero
from trailers.ci.request import Asked, Environ, NothingToJudge, RangeRequest, Read
from trailers.ci.tracking import tracking_ref

_ADVICE = "give actions/checkout `fetch-depth: 0`"

_REVIEWS = ("pull_request", "pull_request_target", "pull_request_review", "pull_request_review_comment")


def ask(environ: Environ, read: Read) -> Asked:
    """What the workflow's event asks to be judged; RangeError for an event without a range."""
    name = required(environ, "GITHUB_EVENT_NAME", "GitHub Actions")
    source = f"GitHub Actions, {name}"
    if name not in (*_REVIEWS, "push", "merge_group"):
        raise no_base(source, "this event is not about a range of commits")
    event = read_event(required(environ, "GITHUB_EVENT_PATH", source), read)
    if name == "push":
        return _push(event, source)
    if name == "merge_group":
        return _merge_group(event, source)
    return _pull_request(event, source)


def _pull_request(event: Event, source: str) -> RangeRequest:
    return RangeRequest(
        base=id_at(event, "pull_request.base.sha"),
        head=id_at(event, "pull_request.head.sha"),
        stage="review",
        source=source,
        branch=text_at(event, "pull_request.head.ref"),
        advice=_ADVICE,
    )


def _merge_group(event: Event, source: str) -> RangeRequest:
    return RangeRequest(
        base=id_at(event, "merge_group.base_sha"),
        head=id_at(event, "merge_group.head_sha"),
        stage="merge",
        source=source,
        advice=_ADVICE,
    )


def _push(event: Event, source: str) -> Asked:
    after = id_or_zero_at(event, "after")
    before = id_or_zero_at(event, "before")
    if is_zero(after) or flag_at(event, "deleted"):
        return NothingToJudge(source, "the push deletes a branch or tag")
    ref = text_at(event, "ref")
    branch = ref.removeprefix("refs/heads/") if ref.startswith("refs/heads/") else None
    default = text_at(event, "repository.default_branch")
    others = () if branch == default else (tracking_ref(default, "the event's repository.default_branch"),)
    return RangeRequest(
        base=None if is_zero(before) else before,
        head=after,
        stage="merge",
        source=source,
        branch=branch,
        fallback=others,
        # A forced push may move a branch back; any other one brings a commit, or makes the ref.
        may_be_empty=flag_at(event, "forced") or (is_zero(before) and branch != default),
        advice=_ADVICE,
    )
