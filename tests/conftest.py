"""What every test has: git without the machine's configuration, no CI and no assistant around it."""

import os

import pytest
from hypothesis import HealthCheck, settings

from tests.repositories import Repository
from trailers.assistants.variables import VARIABLES

# A machine may be busy: no example is too slow. The rest is as Hypothesis sets it, in a CI or not.
settings.register_profile("untimed", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("untimed")

_CIS = (
    "CI",
    "GITHUB_",
    "GITLAB_",
    "CI_",
    "BUILDKITE",
    "TF_BUILD",
    "BITBUCKET_",
    "CIRCLE",
    "JENKINS_",
    "BUILD_TAG",
    "PRE_COMMIT_",
)
_SET = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_AUTHOR_NAME": "Jane Austen",
    "GIT_AUTHOR_EMAIL": "jane@austen.test",
    "GIT_COMMITTER_NAME": "Jane Austen",
    "GIT_COMMITTER_EMAIL": "jane@austen.test",
}


@pytest.fixture(scope="session", autouse=True)
def _isolated():
    with pytest.MonkeyPatch.context() as patch:
        # An assistant can also show in these, which everybody has.
        common = {"PATH", "HOME", "USER"}
        assistants = {variable.name for variable in VARIABLES} - common | {"AI_AGENT", "AGENT"}
        for name in list(os.environ):
            if name.startswith(("GIT_", *_CIS)) or name in assistants | {"NO_COLOR", "FORCE_COLOR"}:
                patch.delenv(name)
        for name, value in _SET.items():
            patch.setenv(name, value)
        yield


@pytest.fixture
def repository(tmp_path):
    """An empty repository."""
    return Repository(tmp_path / "repository")


@pytest.fixture
def started(repository):
    """A repository with one commit."""
    repository.commit("The beginning\n", files={"README": "read me\n"})
    return repository


@pytest.fixture
def work(tmp_path):
    """A repository with one commit that is checked out, in the folder `work` beside a test's other files."""
    repository = Repository(tmp_path / "work")
    repository.commit("one\n", files={"a": "1"})
    repository.check_out()
    return repository
