"""GitHub Actions: each event, and each way in which an event can be wrong."""

import json

import pytest

from trailers.ci.detection import detect
from trailers.ci.request import NothingToJudge, RangeRequest
from trailers.errors import RangeError

A, B, ZERO = "a" * 40, "b" * 40, "0" * 40
A64, B64, ZERO64 = "a" * 64, "b" * 64, "0" * 64
MAIN = ("refs/remotes/origin/main",)
DEPTH = "give actions/checkout `fetch-depth: 0`"


def ask(name, event, **environ):
    data = event if isinstance(event, bytes) else json.dumps(event).encode()
    files = {"/event.json": data}
    variables = {"GITHUB_ACTIONS": "true", "GITHUB_EVENT_NAME": name, "GITHUB_EVENT_PATH": "/event.json"}
    return detect({**variables, **environ}, files.__getitem__)


def pull(base=A, head=B, ref="topic"):
    return {"pull_request": {"base": {"sha": base, "ref": "main"}, "head": {"sha": head, "ref": ref}}}


def push(before=A, after=B, ref="refs/heads/topic", **more):
    return {"before": before, "after": after, "ref": ref, "repository": {"default_branch": "main"}, **more}


@pytest.mark.parametrize(
    "name", ["pull_request", "pull_request_target", "pull_request_review", "pull_request_review_comment"]
)
def test_a_pull_request_is_reviewed_from_its_base_to_its_head(name):
    # GITHUB_SHA is the merge made for the run: no part of the change
    assert ask(name, pull(), GITHUB_SHA="c" * 40) == RangeRequest(
        A, B, "review", f"GitHub Actions, {name}", branch="topic", advice=DEPTH
    )


def test_a_sha256_repository():
    found = ask("pull_request", pull(A64, B64))
    assert (found.base, found.head) == (A64, B64)


def test_a_branch_name_is_kept_as_it_is_and_never_becomes_a_revision():
    found = ask("pull_request", pull(ref="--output=x; $(rm)"))
    assert found.branch == "--output=x; $(rm)"
    assert (found.base, found.head, found.fallback) == (A, B, ())


def test_a_merge_group_is_judged_as_a_merge():
    group = {
        "merge_group": {"base_sha": A, "head_sha": B, "head_ref": "refs/heads/gh-readonly-queue/main/pr-1"}
    }
    assert ask("merge_group", group) == RangeRequest(
        A, B, "merge", "GitHub Actions, merge_group", advice=DEPTH
    )


PUSHES = {
    "a push": (push(), A, "topic", MAIN, False),
    "a push to the default branch": (push(ref="refs/heads/main"), A, "main", (), False),
    "a forced push": (push(forced=True), A, "topic", MAIN, True),
    "a forced push to the default branch": (push(ref="refs/heads/main", forced=True), A, "main", (), True),
    "a push that was not forced": (push(forced=False, deleted=False), A, "topic", MAIN, False),
    "the first push of a branch": (push(ZERO), None, "topic", MAIN, True),
    "the first push of the default branch": (push(ZERO, ref="refs/heads/main"), None, "main", (), False),
    "a new tag": (push(ZERO, ref="refs/tags/v1"), None, None, MAIN, True),
    "a moved tag": (push(forced=True, ref="refs/tags/v1"), A, None, MAIN, True),
    "a tag with the default branch's name": (push(ZERO, ref="refs/tags/main"), None, None, MAIN, True),
    "a branch within a folder": (push(ref="refs/heads/a/b"), A, "a/b", MAIN, False),
}


@pytest.mark.parametrize(("event", "base", "branch", "fallback", "empty"), PUSHES.values(), ids=PUSHES)
def test_a_push(event, base, branch, fallback, empty):
    assert ask("push", event) == RangeRequest(
        base, B, "merge", "GitHub Actions, push", branch, fallback, may_be_empty=empty, advice=DEPTH
    )


@pytest.mark.parametrize(
    "event",
    [push(after=ZERO, deleted=True), push(after=ZERO), push(A64, ZERO64), {"before": A, "after": ZERO}],
    ids=["by its word", "by the zero id", "SHA-256", "nothing else said"],
)
def test_a_deleted_branch_brings_nothing(event):
    assert ask("push", event) == NothingToJudge("GitHub Actions, push", "the push deletes a branch or tag")


@pytest.mark.parametrize("name", ["workflow_dispatch", "schedule", "release", "issue_comment", "create", "x"])
def test_an_event_without_a_range_asks_for_the_base(name):
    with pytest.raises(RangeError, match=f"GitHub Actions, {name} gives no base") as caught:
        ask(name, b"never read")
    assert caught.value.remedy == "undersign verify --base origin/main"


WRONG = {
    "not JSON": ("push", b"{", "GITHUB_EVENT_PATH is not JSON"),
    "not text": ("push", b"\xff\xfe\x00", "GITHUB_EVENT_PATH is not JSON"),
    "empty": ("push", b"", "GITHUB_EVENT_PATH is not JSON"),
    "nested without end": ("push", b"[" * 200_000, "GITHUB_EVENT_PATH is not JSON"),
    "a number without end": ("push", b'{"before": ' + b"1" * 5000 + b"}", "GITHUB_EVENT_PATH is not JSON"),
    "a list": ("push", b"[]", "GITHUB_EVENT_PATH holds no JSON object"),
    "no pull request": ("pull_request", {}, "the event has no pull_request.base.sha"),
    "null": ("pull_request", {"pull_request": None}, "the event has no pull_request.base.sha"),
    "a list inside": ("pull_request", {"pull_request": []}, "the event has no pull_request.base.sha"),
    "a number for an id": (
        "pull_request",
        pull(base=1),
        "the event's pull_request.base.sha is not a string: 1",
    ),
    "null for an id": (
        "pull_request",
        pull(head=None),
        "the event's pull_request.head.sha is not a string: None",
    ),
    "an option": (
        "pull_request",
        pull(base="--all"),
        "pull_request.base.sha is not a whole object id: '--all'",
    ),
    "an option as long as an id": ("pull_request", pull(head="-" + "a" * 39), "is not a whole object id"),
    "an abbreviated id": ("pull_request", pull(base="a" * 12), "is not a whole object id"),
    "a newline after an id": ("pull_request", pull(base=A + "\n"), "is not a whole object id"),
    "upper case": ("pull_request", pull(base="A" * 40), "is not a whole object id"),
    "a ref": ("pull_request", pull(head="refs/heads/main"), "is not a whole object id"),
    "the zero id": ("pull_request", pull(base=ZERO), "the event's pull_request.base.sha is the zero id"),
    "no branch name": ("pull_request", pull(ref=None), "pull_request.head.ref is not a string"),
    "an empty group": ("merge_group", {"merge_group": {}}, "the event has no merge_group.base_sha"),
    "a zero group": (
        "merge_group",
        {"merge_group": {"base_sha": ZERO}},
        "merge_group.base_sha is the zero id",
    ),
    "no before": ("push", {"after": B}, "the event has no before"),
    "no ref": ("push", {"before": A, "after": B}, "the event has no ref"),
    "no default branch": (
        "push",
        {"before": A, "after": B, "ref": "refs/heads/x", "repository": {}},
        "the event has no repository.default_branch",
    ),
    "a default branch that is an option": (
        "push",
        {**push(), "repository": {"default_branch": "--all"}},
        "repository.default_branch is not the name of a branch: '--all'",
    ),
    "a flag that is a string": ("push", push(deleted="no"), "the event's deleted is not true or false: 'no'"),
    "hostile and long": ("pull_request", pull(base="\x1b[2J" + "x" * 999), r"'\\x1b\[2Jx{43,50}\.\.\.$"),
}


@pytest.mark.parametrize(("name", "event", "message"), WRONG.values(), ids=WRONG)
def test_a_wrong_event_is_refused_by_field(name, event, message):
    with pytest.raises(RangeError, match=message) as caught:
        ask(name, event)
    assert caught.value.remedy == "undersign verify --base origin/main"


@pytest.mark.parametrize("missing", ["GITHUB_EVENT_NAME", "GITHUB_EVENT_PATH"])
def test_a_missing_variable(missing):
    with pytest.raises(RangeError, match=f"did not set {missing}"):
        ask("push", push(), **{missing: ""})


def test_an_event_that_cannot_be_read():
    def read(path):
        raise FileNotFoundError(2, "No such file or directory", path)

    variables = {"GITHUB_ACTIONS": "true", "GITHUB_EVENT_NAME": "push", "GITHUB_EVENT_PATH": "/gone"}
    with pytest.raises(RangeError, match="GITHUB_EVENT_PATH cannot be read: No such file or directory"):
        detect(variables, read)
