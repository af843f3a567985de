"""Every other CI, and which one an environment is."""

import pytest

from trailers.ci.detection import detect
from trailers.ci.request import RangeRequest
from trailers.errors import RangeError

A, B, C, ZERO = "a" * 40, "b" * 40, "c" * 40, "0" * 40
MAIN = ("refs/remotes/origin/main",)

GITLAB = {"GITLAB_CI": "true", "CI_DEFAULT_BRANCH": "main", "CI_COMMIT_SHA": B}
MERGE_REQUEST = {
    **GITLAB,
    "CI_PIPELINE_SOURCE": "merge_request_event",
    "CI_MERGE_REQUEST_IID": "7",
    "CI_MERGE_REQUEST_DIFF_BASE_SHA": A,
    "CI_MERGE_REQUEST_SOURCE_BRANCH_NAME": "topic",
    "CI_MERGE_REQUEST_SOURCE_BRANCH_SHA": "",
    "CI_MERGE_REQUEST_TARGET_BRANCH_SHA": "",
    "CI_COMMIT_BEFORE_SHA": ZERO,
}
MERGED = {"CI_MERGE_REQUEST_SOURCE_BRANCH_SHA": C, "CI_MERGE_REQUEST_TARGET_BRANCH_SHA": "d" * 40}
PUSHED = {**GITLAB, "CI_PIPELINE_SOURCE": "push", "CI_COMMIT_BEFORE_SHA": A}
EXTERNAL = {
    **GITLAB,
    "CI_EXTERNAL_PULL_REQUEST_IID": "7",
    "CI_EXTERNAL_PULL_REQUEST_TARGET_BRANCH_SHA": A,
    "CI_EXTERNAL_PULL_REQUEST_SOURCE_BRANCH_SHA": C,
    "CI_EXTERNAL_PULL_REQUEST_SOURCE_BRANCH_NAME": "topic",
}
JENKINS = {"BUILD_TAG": "jenkins-job-1", "GIT_COMMIT": B}
BUILDKITE = {
    "BUILDKITE": "true",
    "BUILDKITE_COMMIT": B,
    "BUILDKITE_BRANCH": "topic",
    "BUILDKITE_PULL_REQUEST": "false",
}
BUILDKITE_PULL = {**BUILDKITE, "BUILDKITE_PULL_REQUEST": "7", "BUILDKITE_PULL_REQUEST_BASE_BRANCH": "main"}
AZURE = {
    "TF_BUILD": "True",
    "BUILD_REASON": "PullRequest",
    "BUILD_SOURCEVERSION": C,
    "SYSTEM_PULLREQUEST_TARGETBRANCH": "refs/heads/main",
    "SYSTEM_PULLREQUEST_SOURCEBRANCH": "refs/heads/topic",
    "SYSTEM_PULLREQUEST_SOURCECOMMITID": B,
}
BITBUCKET = {
    "BITBUCKET_BUILD_NUMBER": "12",
    "BITBUCKET_PR_ID": "7",
    "BITBUCKET_PR_DESTINATION_COMMIT": A,
    "BITBUCKET_PR_DESTINATION_BRANCH": "main",
    "BITBUCKET_COMMIT": B,
    "BITBUCKET_BRANCH": "topic",
}

# name: environment, (base, head, stage, branch, fallback, may be empty), a word of the source
ASKED = {
    "gitlab, detached": (
        {**MERGE_REQUEST, "CI_MERGE_REQUEST_EVENT_TYPE": "detached"},
        (A, B, "review", "topic", (), False),
        "(detached)",
    ),
    "gitlab, no type": (MERGE_REQUEST, (A, B, "review", "topic", (), False), "(detached)"),
    "gitlab, a child pipeline of a merge request's": (
        {**MERGE_REQUEST, "CI_PIPELINE_SOURCE": "parent_pipeline"},
        (A, B, "review", "topic", (), False),
        "(detached)",
    ),
    "gitlab, merged results": (
        {**MERGE_REQUEST, **MERGED, "CI_MERGE_REQUEST_EVENT_TYPE": "merged_result"},
        ("d" * 40, C, "review", "topic", (), False),
        "(merged_result)",
    ),
    "gitlab, merge train": (
        {**MERGE_REQUEST, **MERGED, "CI_MERGE_REQUEST_EVENT_TYPE": "merge_train"},
        ("d" * 40, B, "merge", "topic", (), False),
        "(merge_train)",
    ),
    "gitlab, external pull request": (EXTERNAL, (A, C, "review", "topic", (), False), "external"),
    "gitlab, push": (
        {**PUSHED, "CI_COMMIT_BRANCH": "topic"},
        (A, B, "merge", "topic", MAIN, True),
        "branch pipeline",
    ),
    "gitlab, new branch": (
        {**PUSHED, "CI_COMMIT_BRANCH": "topic", "CI_COMMIT_BEFORE_SHA": ZERO},
        (None, B, "merge", "topic", MAIN, True),
        "branch pipeline",
    ),
    "gitlab, push to the default branch": (
        {**PUSHED, "CI_COMMIT_BRANCH": "main"},
        (A, B, "merge", "main", (), True),
        "branch pipeline",
    ),
    "gitlab, first push of the default branch": (
        {**PUSHED, "CI_COMMIT_BRANCH": "main", "CI_COMMIT_BEFORE_SHA": ZERO},
        (None, B, "merge", "main", (), False),
        "branch pipeline",
    ),
    "gitlab, tag": (
        {**PUSHED, "CI_COMMIT_TAG": "v1", "CI_COMMIT_BEFORE_SHA": ZERO},
        (None, B, "merge", None, MAIN, True),
        "tag pipeline",
    ),
    "jenkins, change request": (
        {
            **JENKINS,
            "CHANGE_ID": "7",
            "CHANGE_TARGET": "main",
            "CHANGE_BRANCH": "topic",
            "BRANCH_NAME": "PR-7",
        },
        (MAIN[0], B, "review", "topic", (), False),
        "change request",
    ),
    "jenkins, change request in a scripted pipeline": (
        {"BUILD_TAG": "jenkins-job-1", "CHANGE_ID": "7", "CHANGE_TARGET": "rel/1.x"},
        ("refs/remotes/origin/rel/1.x", "HEAD", "review", None, (), False),
        "change request",
    ),
    "jenkins, branch": (
        {**JENKINS, "GIT_PREVIOUS_SUCCESSFUL_COMMIT": A, "BRANCH_NAME": "main"},
        (A, B, "merge", "main", (), True),
        "branch build",
    ),
    "buildkite, pull request": (BUILDKITE_PULL, (MAIN[0], B, "review", "topic", (), False), "pull request"),
    "buildkite, pull request started by hand": (
        {**BUILDKITE_PULL, "BUILDKITE_COMMIT": "HEAD"},
        (MAIN[0], "HEAD", "review", "topic", (), False),
        "pull request",
    ),
    "buildkite, merge queue": (
        {
            **BUILDKITE,
            "BUILDKITE_MERGE_QUEUE_BASE_COMMIT": A,
            "BUILDKITE_MERGE_QUEUE_BASE_BRANCH": "main",
            "BUILDKITE_BRANCH": "gh-readonly-queue/main/pr-7",
        },
        (A, B, "merge", None, (), False),
        "merge queue",
    ),
    "azure, Azure Repos": (AZURE, (MAIN[0], B, "review", "topic", (), False), "PullRequest"),
    "azure, GitHub": (
        {**AZURE, "SYSTEM_PULLREQUEST_TARGETBRANCH": "main", "SYSTEM_PULLREQUEST_SOURCEBRANCH": ""},
        (MAIN[0], B, "review", None, (), False),
        "PullRequest",
    ),
    "bitbucket": (BITBUCKET, (A, B, "review", "topic", (), False), "pull request"),
    "bitbucket, short ids": (
        {**BITBUCKET, "BITBUCKET_PR_DESTINATION_COMMIT": "a" * 12, "BITBUCKET_COMMIT": "b" * 12},
        (MAIN[0], "HEAD", "review", "topic", (), False),
        "pull request",
    ),
    "bitbucket, options for ids": (
        {**BITBUCKET, "BITBUCKET_PR_DESTINATION_COMMIT": "--all", "BITBUCKET_COMMIT": "--not"},
        (MAIN[0], "HEAD", "review", "topic", (), False),
        "pull request",
    ),
}


def never(path):
    raise AssertionError(path)


@pytest.mark.parametrize(("environ", "expected", "word"), ASKED.values(), ids=ASKED)
def test_what_is_asked(environ, expected, word):
    found = detect(environ, never)
    assert isinstance(found, RangeRequest)
    assert (found.base, found.head, found.stage, found.branch, found.fallback, found.may_be_empty) == expected
    assert word in found.source
    assert found.advice


# name: environment, the error, the remedy's end
REFUSED = {
    "gitlab, schedule": ({**PUSHED, "CI_PIPELINE_SOURCE": "schedule"}, "GitLab CI gives no base", "main"),
    "gitlab, by hand": (
        {**PUSHED, "CI_PIPELINE_SOURCE": "web", "CI_COMMIT_BEFORE_SHA": ZERO, "CI_DEFAULT_BRANCH": "trunk"},
        "GitLab CI gives no base",
        "trunk",
    ),
    "gitlab, a default branch that is an option": (
        {**PUSHED, "CI_PIPELINE_SOURCE": "web", "CI_DEFAULT_BRANCH": "--all"},
        "gives no base",
        "main",
    ),
    "gitlab, no source": ({**PUSHED, "CI_PIPELINE_SOURCE": ""}, "did not set CI_PIPELINE_SOURCE", "main"),
    "gitlab, an option": (
        {**PUSHED, "CI_COMMIT_BEFORE_SHA": "--all"},
        "CI_COMMIT_BEFORE_SHA is not a whole",
        "main",
    ),
    "gitlab, no base": (
        {**MERGE_REQUEST, "CI_MERGE_REQUEST_DIFF_BASE_SHA": ""},
        "did not set CI_MERGE_REQUEST_DIFF_BASE_SHA",
        "main",
    ),
    "gitlab, no default branch": (
        {**PUSHED, "CI_DEFAULT_BRANCH": ""},
        "did not set CI_DEFAULT_BRANCH",
        "main",
    ),
    "gitlab, a bad default branch": (
        {**PUSHED, "CI_DEFAULT_BRANCH": "a..b"},
        "CI_DEFAULT_BRANCH is not the name of a branch: 'a..b'",
        "main",
    ),
    "jenkins, first build": (JENKINS, "Jenkins, branch build gives no base: no earlier build", "main"),
    "jenkins, Groovy's null": (
        {**JENKINS, "GIT_PREVIOUS_SUCCESSFUL_COMMIT": "null"},
        "gives no base",
        "main",
    ),
    "jenkins, no target": ({**JENKINS, "CHANGE_ID": "7"}, "CHANGE_TARGET is not set", "main"),
    "jenkins, an option for a target": (
        {**JENKINS, "CHANGE_ID": "7", "CHANGE_TARGET": "-x"},
        "CHANGE_TARGET is not the name of a branch: '-x'",
        "main",
    ),
    "jenkins, an option for a commit": (
        {**JENKINS, "CHANGE_ID": "7", "CHANGE_TARGET": "main", "GIT_COMMIT": "-x"},
        "GIT_COMMIT is not a whole object id: '-x'",
        "main",
    ),
    "buildkite, branch": (
        {**BUILDKITE, "BUILDKITE_PIPELINE_DEFAULT_BRANCH": "a;b"},
        "Buildkite gives no base",
        "'origin/a;b'",
    ),
    "buildkite, no commit": (
        {**BUILDKITE_PULL, "BUILDKITE_COMMIT": ""},
        "did not set BUILDKITE_COMMIT",
        "main",
    ),
    "buildkite, a tag for a commit": (
        {**BUILDKITE_PULL, "BUILDKITE_COMMIT": "v1"},
        "BUILDKITE_COMMIT is not a whole object id: 'v1'",
        "main",
    ),
    "azure, push": (
        {**AZURE, "BUILD_REASON": "IndividualCI"},
        "Azure Pipelines, IndividualCI gives no base",
        "main",
    ),
    "azure, no commit": (
        {**AZURE, "SYSTEM_PULLREQUEST_SOURCECOMMITID": ""},
        "did not set SYSTEM_PULLREQUEST_SOURCECOMMITID",
        "main",
    ),
    "bitbucket, branch": ({**BITBUCKET, "BITBUCKET_PR_ID": ""}, "Bitbucket Pipelines gives no base", "main"),
    "bitbucket, no branch for a short id": (
        {**BITBUCKET, "BITBUCKET_PR_DESTINATION_COMMIT": "a" * 12, "BITBUCKET_PR_DESTINATION_BRANCH": ""},
        "did not set BITBUCKET_PR_DESTINATION_BRANCH",
        "main",
    ),
    "circleci": (
        {"CIRCLECI": "true", "CIRCLE_SHA1": B, "CIRCLE_PULL_REQUEST": "https://example.com/pull/7"},
        "CircleCI gives no base",
        "main",
    ),
}


@pytest.mark.parametrize(("environ", "message", "remedy"), REFUSED.values(), ids=REFUSED)
def test_what_is_refused(environ, message, remedy):
    with pytest.raises(RangeError, match=message) as caught:
        detect(environ, never)
    assert caught.value.remedy.startswith("undersign verify --base ")
    assert caught.value.remedy.endswith(remedy)


NO_CI = {
    "nothing": {},
    "CI alone": {"CI": "true"},
    "said no": {"GITHUB_ACTIONS": "false", "GITLAB_CI": "0", "BUILDKITE": "", "TF_BUILD": "False"},
    "an event without a CI": {"GITHUB_EVENT_NAME": "push", "GITHUB_EVENT_PATH": "/event.json"},
    "a Jenkins somewhere": {"JENKINS_URL": "https://ci.example.com", "BUILD_TAG": "mine"},
}


@pytest.mark.parametrize("environ", NO_CI.values(), ids=NO_CI)
def test_no_ci(environ):
    assert detect(environ, never) is None


def test_a_runner_on_a_jenkins_machine_is_not_jenkins():
    found = detect({**JENKINS, **BITBUCKET}, never)
    assert isinstance(found, RangeRequest)
    assert found.source == "Bitbucket Pipelines, pull request"


@pytest.mark.parametrize(
    "environ",
    [
        {**JENKINS, "CHANGE_ID": "7", "CHANGE_TARGET": "a;$(b)"},
        {**BUILDKITE_PULL, "BUILDKITE_PULL_REQUEST_BASE_BRANCH": "a;$(b)"},
    ],
    ids=["jenkins", "buildkite"],
)
def test_a_command_to_paste_is_quoted(environ):
    found = detect(environ, never)
    assert isinstance(found, RangeRequest)
    assert found.advice.endswith("git fetch origin '+refs/heads/a;$(b):refs/remotes/origin/a;$(b)'")
