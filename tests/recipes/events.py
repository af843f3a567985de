"""Every event that a recipe is for."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from tests.recipes import builds, jobs


class Event(NamedTuple):
    """A recipe and what starts it: `happens` clones into a folder and gives the variables.

    `merged` is for the origin where the pull request is merged already. Every other event is a review,
    but for a merge `queue`.
    """

    job: Callable[[Mapping[str, str]], jobs.Job]
    happens: builds.Happens
    merged: bool = False
    queue: bool = False


EVENTS = {
    "gitlab, merge request": Event(jobs.gitlab, builds.gitlab_request),
    "gitlab, merged results": Event(jobs.gitlab, builds.gitlab_merged("merged_result")),
    "gitlab, merge train": Event(jobs.gitlab, builds.gitlab_merged("merge_train"), queue=True),
    "gitlab, branch": Event(jobs.gitlab, builds.gitlab_branch),
    "gitlab, new branch": Event(jobs.gitlab, builds.gitlab_new_branch),
    "gitlab, main": Event(jobs.gitlab, builds.gitlab_main, merged=True),
    "gitlab component, merge request": Event(jobs.component, builds.gitlab_request),
    "jenkins, change request": Event(jobs.jenkins, builds.jenkins_change),
    "jenkins, change request merged with its target": Event(jobs.jenkins, builds.jenkins_merged),
    "jenkins, new branch": Event(jobs.jenkins, builds.jenkins_branch),
    "jenkins, branch": Event(jobs.jenkins, builds.jenkins_again),
    "jenkins, main": Event(jobs.jenkins, builds.jenkins_main, merged=True),
    "jenkins, main, first build": Event(jobs.jenkins, builds.jenkins_first, merged=True),
    "jenkins, main, by hand": Event(jobs.jenkins, builds.jenkins_by_hand, merged=True),
    "buildkite, pull request": Event(jobs.buildkite, builds.buildkite_pull),
    "buildkite, pull request, its merge checked out": Event(jobs.buildkite, builds.buildkite_merged_pull),
    "buildkite, new branch": Event(jobs.buildkite, builds.buildkite_branch),
    "buildkite, merge queue": Event(jobs.buildkite, builds.buildkite_queue, queue=True),
    "buildkite, main": Event(jobs.buildkite, builds.buildkite_main, merged=True),
    "azure, pull request": Event(jobs.azure, builds.azure_pull),
    "azure, pull request on GitHub": Event(jobs.azure, builds.azure_github),
    "azure, new branch": Event(jobs.azure, builds.azure_branch),
    "azure, main": Event(jobs.azure, builds.azure_main, merged=True),
    "bitbucket, pull request": Event(jobs.bitbucket, builds.bitbucket_pull),
    "bitbucket, new branch": Event(jobs.bitbucket, builds.bitbucket_branch),
    "bitbucket, main": Event(jobs.bitbucket, builds.bitbucket_main, merged=True),
    "circleci, new branch": Event(jobs.circleci, builds.circleci_branch),
    "circleci, branch": Event(jobs.circleci, builds.circleci_again),
    "circleci, pull request from a fork": Event(jobs.circleci, builds.circleci_fork),
    "circleci, main": Event(jobs.circleci, builds.circleci_main, merged=True),
    "circleci, main, first pipeline": Event(jobs.circleci, builds.circleci_first, merged=True),
    "other, pull request": Event(jobs.other, builds.called("origin/main review", "head")),
    "other, merge queue": Event(jobs.other, builds.called("{target}", "merge"), queue=True),
    "other, main": Event(jobs.other, builds.called("{target}", "merge"), merged=True),
    "other, main, HEAD^1": Event(jobs.other, builds.called("HEAD^1", "merge"), merged=True),
}
