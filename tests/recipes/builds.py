"""What each CI does when something happens: the clone that it makes, and the variables that it sets.

The variables are those of tests/ci, which cite their pages, with the ids of a real repository.
"""

from collections.abc import Callable
from pathlib import Path

from tests.ci.test_ci_others import AZURE, BITBUCKET, BUILDKITE, BUILDKITE_PULL, MERGE_REQUEST, PUSHED, ZERO
from tests.recipes import clones
from tests.recipes.origin import Origin

Environ = dict[str, str]
Happens = Callable[[Origin, Path, int], Environ]
MAIN = "refs/heads/main"


def gitlab_request(origin: Origin, folder: Path, depth: int) -> Environ:
    clones.gitlab(origin, folder, origin.head, depth)
    ids = {"CI_COMMIT_SHA": origin.head, "CI_MERGE_REQUEST_DIFF_BASE_SHA": origin.fork}
    return {**MERGE_REQUEST, **ids, "CI_MERGE_REQUEST_EVENT_TYPE": "detached"}


def gitlab_merged(kind: str) -> Happens:
    def happens(origin: Origin, folder: Path, depth: int) -> Environ:
        clones.gitlab(origin, folder, origin.merge, depth)
        ids = {
            "CI_COMMIT_SHA": origin.merge,
            "CI_MERGE_REQUEST_DIFF_BASE_SHA": origin.fork,
            "CI_MERGE_REQUEST_SOURCE_BRANCH_SHA": origin.head,
            "CI_MERGE_REQUEST_TARGET_BRANCH_SHA": origin.target,
        }
        return {**MERGE_REQUEST, **ids, "CI_MERGE_REQUEST_EVENT_TYPE": kind}

    return happens


def gitlab_new_branch(origin: Origin, folder: Path, depth: int) -> Environ:
    clones.gitlab(origin, folder, origin.head, depth)
    ids = {"CI_COMMIT_SHA": origin.head, "CI_COMMIT_BEFORE_SHA": ZERO}
    return {**PUSHED, **ids, "CI_COMMIT_BRANCH": "topic"}


def gitlab_branch(origin: Origin, folder: Path, depth: int) -> Environ:
    clones.gitlab(origin, folder, origin.head, depth)
    ids = {"CI_COMMIT_SHA": origin.head, "CI_COMMIT_BEFORE_SHA": origin.fork}
    return {**PUSHED, **ids, "CI_COMMIT_BRANCH": "topic"}


def gitlab_main(origin: Origin, folder: Path, depth: int) -> Environ:
    clones.gitlab(origin, folder, origin.merge, depth)
    ids = {"CI_COMMIT_SHA": origin.merge, "CI_COMMIT_BEFORE_SHA": origin.target}
    return {**PUSHED, **ids, "CI_COMMIT_BRANCH": "main"}


def jenkins(commit: str, **more: str) -> Environ:
    return {
        "BUILD_TAG": "jenkins-project-42",
        "JENKINS_URL": "https://ci.example/",
        "GIT_COMMIT": commit,
        **more,
    }


_CHANGE = {"BRANCH_NAME": "PR-7", "CHANGE_ID": "7", "CHANGE_TARGET": "main", "CHANGE_BRANCH": "topic"}


def jenkins_change(origin: Origin, folder: Path, depth: int) -> Environ:
    clones.jenkins(origin, folder, origin.head, depth)
    return jenkins(origin.head, **_CHANGE)


def jenkins_merged(origin: Origin, folder: Path, depth: int) -> Environ:
    return jenkins(clones.jenkins_merged(origin, folder, depth), **_CHANGE)


def jenkins_branch(origin: Origin, folder: Path, depth: int) -> Environ:
    clones.jenkins(origin, folder, origin.head, depth)
    return jenkins(origin.head, BRANCH_NAME="topic")


def jenkins_again(origin: Origin, folder: Path, depth: int) -> Environ:
    return {**jenkins_branch(origin, folder, depth), "GIT_PREVIOUS_SUCCESSFUL_COMMIT": origin.head}


def jenkins_main(origin: Origin, folder: Path, depth: int) -> Environ:
    clones.jenkins(origin, folder, origin.merge, depth)
    return jenkins(origin.merge, BRANCH_NAME="main", GIT_PREVIOUS_SUCCESSFUL_COMMIT=origin.target)


def jenkins_first(origin: Origin, folder: Path, depth: int) -> Environ:
    clones.jenkins(origin, folder, origin.merge, depth)
    return jenkins(origin.merge, BRANCH_NAME="main")


def jenkins_by_hand(origin: Origin, folder: Path, depth: int) -> Environ:
    clones.jenkins(origin, folder, origin.merge, depth)
    before = {"UNDERSIGN_BASE": origin.target, "GIT_PREVIOUS_SUCCESSFUL_COMMIT": origin.fork}
    return jenkins(origin.merge, BRANCH_NAME="main", **before)


_BUILDKITE = {"BUILDKITE_PIPELINE_DEFAULT_BRANCH": "main"}


def buildkite_pull(origin: Origin, folder: Path, depth: int) -> Environ:
    clones.buildkite(origin, folder, "refs/pull/7/head", origin.head, depth)
    return {**BUILDKITE_PULL, **_BUILDKITE, "BUILDKITE_COMMIT": origin.head}


def buildkite_merged_pull(origin: Origin, folder: Path, depth: int) -> Environ:
    clones.buildkite(origin, folder, "refs/pull/7/merge", origin.merge, depth)
    using = {"BUILDKITE_PULL_REQUEST_USING_MERGE_REFSPEC": "true"}
    return {**BUILDKITE_PULL, **_BUILDKITE, **using, "BUILDKITE_COMMIT": origin.head}


def buildkite_branch(origin: Origin, folder: Path, depth: int) -> Environ:
    clones.buildkite(origin, folder, "topic", origin.head, depth)
    return {**BUILDKITE, **_BUILDKITE, "BUILDKITE_COMMIT": origin.head}


def buildkite_main(origin: Origin, folder: Path, depth: int) -> Environ:
    clones.buildkite(origin, folder, "main", origin.merge, depth)
    return {**BUILDKITE, **_BUILDKITE, "BUILDKITE_COMMIT": origin.merge, "BUILDKITE_BRANCH": "main"}


def buildkite_queue(origin: Origin, folder: Path, depth: int) -> Environ:
    clones.buildkite(origin, folder, "refs/pull/7/merge", origin.merge, depth)
    queue = {
        "BUILDKITE_COMMIT": origin.merge,
        "BUILDKITE_BRANCH": "gh-readonly-queue/main/pr-7",
        "BUILDKITE_MERGE_QUEUE_BASE_BRANCH": "main",
        "BUILDKITE_MERGE_QUEUE_BASE_COMMIT": origin.target,
    }
    return {**BUILDKITE, **_BUILDKITE, **queue}


def azure_pull(origin: Origin, folder: Path, depth: int) -> Environ:
    clones.azure(origin, folder, origin.merge, depth)
    ids = {"SYSTEM_PULLREQUEST_SOURCECOMMITID": origin.head, "BUILD_SOURCEVERSION": origin.merge}
    return {**AZURE, **ids, "BUILD_SOURCEBRANCH": "refs/pull/7/merge"}


def azure_github(origin: Origin, folder: Path, depth: int) -> Environ:
    names = {"SYSTEM_PULLREQUEST_TARGETBRANCH": "main", "SYSTEM_PULLREQUEST_SOURCEBRANCH": "topic"}
    return {**azure_pull(origin, folder, depth), **names}


def azure_push(commit: str, ref: str) -> Environ:
    return {
        "TF_BUILD": "True",
        "BUILD_REASON": "IndividualCI",
        "BUILD_SOURCEVERSION": commit,
        "BUILD_SOURCEBRANCH": ref,
    }


def azure_branch(origin: Origin, folder: Path, depth: int) -> Environ:
    clones.azure(origin, folder, origin.head, depth)
    return azure_push(origin.head, "refs/heads/topic")


def azure_main(origin: Origin, folder: Path, depth: int) -> Environ:
    clones.azure(origin, folder, origin.merge, depth)
    return azure_push(origin.merge, MAIN)


def bitbucket_pull(origin: Origin, folder: Path, depth: int) -> Environ:
    clones.bitbucket(origin, folder, "topic", depth, merge=True)
    short = {"BITBUCKET_PR_DESTINATION_COMMIT": origin.target[:12], "BITBUCKET_COMMIT": origin.head[:12]}
    return {**BITBUCKET, **short}


def bitbucket_push(origin: Origin, folder: Path, branch: str, commit: str, depth: int) -> Environ:
    clones.bitbucket(origin, folder, branch, depth)
    return {"BITBUCKET_BUILD_NUMBER": "12", "BITBUCKET_COMMIT": commit, "BITBUCKET_BRANCH": branch}


def bitbucket_branch(origin: Origin, folder: Path, depth: int) -> Environ:
    return bitbucket_push(origin, folder, "topic", origin.head, depth)


def bitbucket_main(origin: Origin, folder: Path, depth: int) -> Environ:
    return bitbucket_push(origin, folder, "main", origin.merge, depth)


def circleci(branch: str, commit: str, **more: str) -> Environ:
    return {"CIRCLECI": "true", "CIRCLE_BRANCH": branch, "CIRCLE_SHA1": commit, **more}


def circleci_branch(origin: Origin, folder: Path, depth: int) -> Environ:
    clones.circleci(origin, folder, "topic", origin.head, depth)
    return circleci("topic", origin.head)


def circleci_fork(origin: Origin, folder: Path, depth: int) -> Environ:
    clones.circleci(origin, folder, "refs/pull/7/head", origin.head, depth)
    return circleci("pull/7", origin.head, CIRCLE_PULL_REQUEST="https://forge.example/pull/7")


def circleci_again(origin: Origin, folder: Path, depth: int) -> Environ:
    return {**circleci_branch(origin, folder, depth), "pipeline.git.base_revision": origin.head}


def circleci_first(origin: Origin, folder: Path, depth: int) -> Environ:
    clones.circleci(origin, folder, "main", origin.merge, depth)
    return circleci("main", origin.merge)


def circleci_main(origin: Origin, folder: Path, depth: int) -> Environ:
    return {**circleci_first(origin, folder, depth), "pipeline.git.base_revision": origin.target}


def called(call: str, commit: str) -> Happens:
    def happens(origin: Origin, folder: Path, depth: int) -> Environ:
        clones.plain(origin, folder, getattr(origin, commit), depth)
        return {"CI": "true", "the call": call.format(**origin._asdict())}

    return happens
