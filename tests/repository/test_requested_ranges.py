"""From a CI's event to the commits of a real clone: what is listed, by whose policy, and what is refused."""

import json
import os

import pytest

from tests.repositories import Repository, clone, run_git
from trailers.ci.detection import detect
from trailers.ci.request import NothingToJudge
from trailers.errors import RangeError
from trailers.process import Git
from trailers.repository.opening import open_repository
from trailers.repository.requested import requested_range
from trailers.repository.walk import walk
from trailers.scrubbing import scrubbed

ZERO = "0" * 40


@pytest.fixture(scope="module")
def origin(tmp_path_factory):
    """main: a, b, c; topic from a: d, e; other, a root of its own: f. The old tip of topic is in `old`."""
    repository = Repository(tmp_path_factory.mktemp("ci") / "origin")
    names = {"a": repository.commit("a\n", files={"f": "a"})}
    repository.branch("topic")
    names["old"] = repository.commit("old\n", branch="topic")
    repository.move("topic", names["a"])
    for letter, branch in (("b", "main"), ("c", "main"), ("d", "topic"), ("e", "topic"), ("f", "other")):
        names[letter] = repository.commit(f"{letter}\n", files={letter: letter}, branch=branch)
    repository.names = names
    return repository


@pytest.fixture(scope="module")
def cloned(origin, tmp_path_factory):
    return clone(origin.path, tmp_path_factory.mktemp("ci") / "clone")


def github(event, name="push"):
    def read(_path):
        return json.dumps(event).encode()

    return detect({"GITHUB_ACTIONS": "true", "GITHUB_EVENT_NAME": name, "GITHUB_EVENT_PATH": "e"}, read)


def push(before, after, ref="refs/heads/topic", **more):
    return {"before": before, "after": after, "ref": ref, "repository": {"default_branch": "main"}, **more}


def opened(path):
    return open_repository(Git(str(path), scrubbed(os.environ)))


def listed(path, request):
    repository = opened(path)
    range_ = requested_range(repository, request)
    titles = [
        stored.content.partition(b"\n\n")[2].strip().decode() for stored in walk(repository, range_.arguments)
    ]
    return titles, range_.base


def titles_of(path, commit):
    return run_git(path, "log", "-1", "--format=%s", commit)


CASES = [
    pytest.param(("a", "e", {}), (["e", "d"], "a"), id="a push"),
    pytest.param(("d", "e", {}), (["e"], "d"), id="a push of one commit"),
    pytest.param((None, "e", {}), (["e", "d"], "c"), id="the first push of a branch"),
    pytest.param((None, "f", {"ref": "refs/heads/other"}), (["f"], "c"), id="the first push of a new root"),
    pytest.param(
        (None, "c", {"ref": "refs/heads/main"}), (["c", "b", "a"], None), id="the first push of all"
    ),
    pytest.param((None, "a", {}), ([], "c"), id="a new branch without a commit"),
    pytest.param((None, "e", {"ref": "refs/tags/v1"}), (["e", "d"], "c"), id="a new tag"),
    pytest.param(("e", "d", {"forced": True}), ([], "e"), id="a push that moves back"),
    pytest.param(("d", "c", {"forced": True}), (["c", "b"], "d"), id="a forced push, the old tip is here"),
    pytest.param(("old", "e", {"forced": True}), (["e", "d"], "c"), id="a forced push, the old tip is gone"),
]


@pytest.mark.parametrize(("event", "expected"), CASES)
def test_a_push_to_github(origin, cloned, event, expected):
    before, after, more = event
    names = {None: ZERO, **origin.names}
    titles, base = listed(cloned, github(push(names[before], names[after], **more)))
    assert (titles, base and titles_of(cloned, base)) == expected


def test_the_old_tip_is_not_in_the_clone(origin, cloned):
    assert run_git(origin.path, "cat-file", "-t", origin.names["old"]) == "commit"
    with pytest.raises(AssertionError):
        run_git(cloned, "cat-file", "-e", origin.names["old"])


def test_a_forced_push_of_the_default_branch_needs_its_old_tip(origin, cloned):
    request = github(push(origin.names["old"], origin.names["c"], "refs/heads/main", forced=True))
    with pytest.raises(RangeError) as caught:
        requested_range(opened(cloned), request)
    assert origin.names["old"] in caught.value.message
    assert "fetch-depth: 0" in caught.value.remedy


def test_a_deleted_branch(origin):
    request = github(push(origin.names["e"], ZERO, deleted=True))
    assert isinstance(request, NothingToJudge)


def test_a_pull_request_and_a_merge_group(origin, cloned):
    names = origin.names
    pull = {"pull_request": {"base": {"sha": names["c"]}, "head": {"sha": names["e"], "ref": "topic"}}}
    assert listed(cloned, github(pull, "pull_request")) == (["e", "d"], names["c"])
    group = {"merge_group": {"base_sha": names["a"], "head_sha": names["c"]}}
    assert listed(cloned, github(group, "merge_group")) == (["c", "b"], names["a"])


@pytest.mark.parametrize("field", ["base", "head"])
def test_a_pull_request_of_which_an_end_is_missing(origin, cloned, field):
    pull = {"base": {"sha": origin.names["a"]}, "head": {"sha": origin.names["e"], "ref": "topic"}}
    pull[field]["sha"] = "1" * 40
    with pytest.raises(RangeError) as caught:
        requested_range(opened(cloned), github({"pull_request": pull}, "pull_request"))
    assert "1" * 40 in caught.value.message
    assert caught.value.remedy


def test_a_shallow_clone_lacks_the_base(origin, tmp_path):
    copy = clone(origin.path, tmp_path / "shallow", "--depth=1", "--branch=topic")
    pull = {
        "pull_request": {"base": {"sha": origin.names["a"]}, "head": {"sha": origin.names["e"], "ref": "t"}}
    }
    with pytest.raises(RangeError) as caught:
        requested_range(opened(copy), github(pull, "pull_request"))
    assert "fetch-depth: 0" in caught.value.remedy


OTHERS = [
    pytest.param(
        {
            "GITLAB_CI": "true",
            "CI_MERGE_REQUEST_IID": "1",
            "CI_MERGE_REQUEST_DIFF_BASE_SHA": "{a}",
            "CI_COMMIT_SHA": "{e}",
        },
        ["e", "d"],
        id="GitLab, merge request",
    ),
    pytest.param(
        {
            "GITLAB_CI": "true",
            "CI_PIPELINE_SOURCE": "push",
            "CI_COMMIT_BRANCH": "topic",
            "CI_COMMIT_BEFORE_SHA": ZERO,
            "CI_COMMIT_SHA": "{e}",
            "CI_DEFAULT_BRANCH": "main",
        },
        ["e", "d"],
        id="GitLab, first push",
    ),
    pytest.param(
        {
            "BITBUCKET_BUILD_NUMBER": "1",
            "BITBUCKET_PR_ID": "1",
            "BITBUCKET_PR_DESTINATION_COMMIT": "{a}",
            "BITBUCKET_PR_DESTINATION_BRANCH": "main",
            "BITBUCKET_COMMIT": "{e}",
            "BITBUCKET_BRANCH": "topic",
        },
        ["e", "d"],
        id="Bitbucket, pull request",
    ),
]


@pytest.mark.parametrize(("environ", "expected"), OTHERS)
def test_other_cis(origin, cloned, environ, expected):
    filled = {name: text.format(**origin.names) for name, text in environ.items()}
    request = detect(filled, lambda _: b"")
    assert listed(cloned, request)[0] == expected
