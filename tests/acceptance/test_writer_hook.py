"""The hooks that write, under pre-commit and prek: real git operations, and the trailers that result."""

import os
import shutil

import pytest

from tests.acceptance.making import VERSION_TAG, WorkTree, fetched
from tests.writers import CLAUDE, SCENARIOS, assistant, change, disclosed

pytestmark = pytest.mark.acceptance

# By commit-msg alone, which judges what it has written: where it passes.
JUDGED = (
    "commit -m",
    "commit -F",
    "commit, with an editor",
    "commit -t",
    "commit --no-verify",
    "amend --no-edit",
    "amend -m",
    "rebase, a pick",
    "cherry-pick",
    "revert",
    "merge",
    "merge --squash",
    "fixup! by hand",
    "commit -m, by a person",
)


def made(runner, path, stage, hook):
    """A repository in which the runner runs this one hook."""
    tree = WorkTree(path, runner.environ)
    path.mkdir(parents=True)
    tree.git("init", "-q", "-b", "main")
    (path / ".pre-commit-config.yaml").write_text(
        f"default_install_hook_types: [{stage}]\n"
        f"repos:\n- repo: {runner.source}\n  rev: {VERSION_TAG}\n  hooks:\n{hook}"
    )
    tree.git("add", ".")
    tree.git("commit", "-q", "-m", "Begin")
    fetched([runner.command, "install", "--install-hooks"], path, runner.environ)
    return tree


@pytest.fixture(scope="module")
def writing(runner, tmp_path_factory):
    folder = tmp_path_factory.mktemp(f"{runner.name}-writing") / "template"
    return made(runner, folder, "prepare-commit-msg", "  - id: ai-disclosure-write\n")


@pytest.fixture(scope="module")
def judging(runner, tmp_path_factory):
    folder = tmp_path_factory.mktemp(f"{runner.name}-judging") / "template"
    return made(runner, folder, "commit-msg", "  - id: ai-disclosure\n    args: [--write]\n")


@pytest.fixture
def copied(tmp_path):
    def copy(template):
        shutil.copytree(template.path, tmp_path / "work", symlinks=True)
        return WorkTree(tmp_path / "work", template.environ)

    return copy


def who(scenario, tmp_path):
    return assistant(tmp_path / "home", tmp_path / "work") if scenario.agent else {"HOME": os.devnull}


@pytest.mark.parametrize("scenario", SCENARIOS, ids=lambda scenario: scenario.name)
def test_prepare_commit_msg_writes(writing, copied, tmp_path, scenario):
    tree = copied(writing)
    scenario.act(tree, who(scenario, tmp_path))
    assert disclosed(tree) == scenario.after("prepare-commit-msg")


@pytest.mark.parametrize(
    "scenario", [row for row in SCENARIOS if row.name in JUDGED], ids=lambda scenario: scenario.name
)
def test_commit_msg_writes_and_judges(judging, copied, tmp_path, scenario):
    tree = copied(judging)
    scenario.act(tree, who(scenario, tmp_path))
    assert disclosed(tree) == scenario.after("commit-msg")


def test_a_failure_stops_nothing(writing, copied, tmp_path):
    tree = copied(writing)
    change(tree, "undersign.toml", "x = \n")
    done = tree.try_git("commit", "-m", "A change", **assistant(tmp_path / "home", tree.path))
    assert done.code == 0, done.text
    assert "undersign: undersign.toml" in done.text
    assert tree.head_message() == "A change"


def test_what_is_told_is_shown(writing, copied, tmp_path):
    tree = copied(writing)
    change(tree)
    done = tree.try_git(
        "commit", "-m", "A change", **{**assistant(tmp_path, tree.path), "HOME": str(tree.path)}
    )
    assert done.code == 0, done.text
    assert "written as Claude-Code:unknown" in done.text
    assert CLAUDE not in disclosed(tree)
