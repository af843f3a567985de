"""`.pre-commit-hooks.yaml`: it is valid for both runners, and names modules that there are."""

import importlib.util

import pytest

from tests.acceptance.making import ROOT, plain_environ, run

MANIFEST = ROOT / ".pre-commit-hooks.yaml"
STAGES = {
    "ai-disclosure": "[commit-msg]",
    "ai-disclosure-write": "[prepare-commit-msg]",
    "ai-disclosure-range": "[pre-push]",
    "secrets": "[pre-commit, commit-msg]",
    "codeowners": "[pre-commit]",
}


def read_manifest():
    """The manifest's hooks; it is flat, so that no YAML reader is needed."""
    hooks = MANIFEST.read_text().removeprefix("- ").split("\n- ")
    return [dict(line.strip().split(": ", 1) for line in hook.strip().split("\n")) for hook in hooks]


HOOKS = read_manifest()


def test_the_ids():
    """An id that was published stays: who uses it would otherwise be left with an error."""
    assert [hook["id"] for hook in HOOKS] == list(STAGES)


@pytest.mark.parametrize("hook", HOOKS, ids=lambda hook: hook["id"])
def test_a_hook_runs_a_module_of_ours_isolated(hook):
    """Without -I a `hooks` package of the user's repository would run in the place of ours."""
    assert hook["language"] == "python"
    command, module = hook["entry"].rsplit(" ", 1)
    assert command == "python -I -m"
    assert importlib.util.find_spec(module) is not None
    assert (ROOT / module.replace(".", "/")).with_suffix(".py").is_file()


@pytest.mark.parametrize("hook", HOOKS, ids=lambda hook: hook["id"])
def test_a_hook_names_its_stage(hook):
    """Without `stages` the runners call a hook at every one."""
    assert hook["stages"] == STAGES[hook["id"]]
    assert hook["minimum_pre_commit_version"] == "3.2.0"


@pytest.mark.acceptance
@pytest.mark.parametrize("command", ["pre-commit", "prek"])
def test_the_runners_find_it_valid(tools, command):
    done = run([tools / command, "validate-manifest", MANIFEST], ROOT, plain_environ())
    assert done.code == 0, done.text


@pytest.mark.acceptance
@pytest.mark.parametrize("command", ["pre-commit", "prek"])
def test_the_runners_find_our_own_configuration_valid(tools, command):
    config = ROOT / ".pre-commit-config.yaml"
    done = run([tools / command, "validate-config", config], ROOT, plain_environ())
    assert done.code == 0, done.text
