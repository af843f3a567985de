"""The recipes with a real environment, a real pip and the wheel, over a change that lies in wait for them."""

import os
import shutil
import sys

import pytest

from tests.acceptance.making import WorkTree, plain_environ, run
from tests.recipes import jobs
from tests.repositories import CLAUDE

pytestmark = pytest.mark.acceptance

# python3 makes the environment of the wheel's own tests again, which takes a copy instead of an installation.
_PYTHON3 = """#!/bin/sh
case "$*" in "-I -m venv "*) mkdir -p "$4" && exec cp -a "{installed}/." "$4";; esac
exec "{python}" "$@"
"""
_HERE = {
    "gitlab": {
        "GITLAB_CI": "true",
        "CI_PIPELINE_SOURCE": "merge_request_event",
        "CI_MERGE_REQUEST_IID": "7",
        "CI_DEFAULT_BRANCH": "main",
    },
    "jenkins": {"BUILD_TAG": "jenkins-project-42", "BRANCH_NAME": "topic"},
    "buildkite": {
        "BUILDKITE": "true",
        "BUILDKITE_BRANCH": "topic",
        "BUILDKITE_PULL_REQUEST": "false",
        "BUILDKITE_PIPELINE_DEFAULT_BRANCH": "main",
    },
    "azure": {
        "TF_BUILD": "True",
        "BUILD_REASON": "IndividualCI",
        "BUILD_SOURCEBRANCH": "refs/heads/topic",
    },
    "bitbucket": {"BITBUCKET_BUILD_NUMBER": "12", "BITBUCKET_BRANCH": "topic"},
    "circleci": {"CIRCLECI": "true", "CIRCLE_BRANCH": "topic"},
    "other": {"the call": "origin/main review"},
}
_SHADOWS = ("venv", "ensurepip", "pip", "trailers", "typer", "site", "sitecustomize")


@pytest.fixture(scope="module")
def waylaid(tmp_path_factory):
    """A clone whose change brings modules with the names of those that a recipe runs."""
    folder = tmp_path_factory.mktemp("waylaid")
    (folder / "origin").mkdir()
    origin = WorkTree(folder / "origin", plain_environ())
    origin.git("init", "-q", "-b", "main")
    assert origin.commit("Begin").code == 0
    origin.git("clone", "-q", ".", str(folder / "clone"))
    clone = WorkTree(folder / "clone", plain_environ())
    for name in _SHADOWS:
        (clone.path / f"{name}.py").write_text(f"open('ran', 'a').write('{name}')\n")
    (clone.path / "pip.conf").write_text("[global]\nindex-url = https://change.invalid/\n")
    (clone.path / "undersign.xml").write_text("<testsuites/>")
    clone.git("checkout", "-q", "-b", "topic")
    clone.git("add", "-A")
    assert clone.commit(f"Read names\n\nCo-authored-by: {CLAUDE}").code == 0
    return clone


def carried_out(name, clone, built, path):
    folder = path / "clone"
    shutil.copytree(clone.path, folder, symlinks=True)
    here = WorkTree(folder, clone.environ)
    head, base = here.git("rev-parse", "HEAD", "HEAD^").split()
    environ = {**_HERE[name], "CI_COMMIT_SHA": head, "CI_MERGE_REQUEST_DIFF_BASE_SHA": base}
    job = getattr(jobs, name)(environ)
    for place in ("home", "temporary"):
        (path / place).mkdir()
    found = f"{built.wheel.parent} {os.environ.get('PIP_FIND_LINKS', '')}"
    own = {"HOME": path / "home", "TMPDIR": path / "temporary", "AGENT_TEMPDIRECTORY": path / "temporary"}
    variables = {name: value for name, value in environ.items() if name.isidentifier()}
    full = plain_environ(
        **variables,
        **job.environ,
        **{name: str(place) for name, place in own.items()},
        PIP_FIND_LINKS=found,
        PYTHONPATH=".",
        PATH=os.pathsep.join([str(path / "tools"), os.environ["PATH"]]),
    )
    done = run([*job.shell, job.script, "recipe", *job.arguments], folder, full)
    return done, folder, (path / "temporary")


def tools(path, python3):
    (path / "tools").mkdir()
    for name, text in {"python3": python3, "buildkite-agent": "#!/bin/sh\nexec cat\n"}.items():
        (path / "tools" / name).write_text(text)
        (path / "tools" / name).chmod(0o755)


@pytest.mark.parametrize("name", _HERE)
def test_a_recipe_judges_and_the_change_does_not_run(name, waylaid, built, installed, tmp_path):
    whole = name == "gitlab"
    copied = _PYTHON3.format(installed=installed.parent.parent, python=sys.executable)
    tools(tmp_path, f'#!/bin/sh\nexec "{sys.executable}" "$@"\n' if whole else copied)
    done, folder, temporary = carried_out(name, waylaid, built, tmp_path)
    assert done.code == 1, done.text
    assert "error US101" in done.text
    assert not (folder / "ran").exists()
    if name in ("jenkins", "buildkite", "other"):  # their machines stay
        assert list(temporary.iterdir()) == []
