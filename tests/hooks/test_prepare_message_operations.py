"""Real git operations under the hooks that write: the trailers that result, by a table."""

import os
import sys

import pytest

from tests.repositories import Repository
from tests.writers import SCENARIOS, assistant, disclosed

HOOKS = {
    "prepare-commit-msg": "hooks.prepare_message",
    # What it finds does not stop it here: the findings are another test's.
    "commit-msg": "hooks.disclosure --write",
}


@pytest.fixture
def work(tmp_path):
    repository = Repository(tmp_path / "work")
    repository.git("config", "user.name", "Jane Austen")
    repository.git("config", "user.email", "jane@austen.test")
    return repository


def install(repository, *names):
    for name in names:
        ended = " || true" if name == "commit-msg" else ""
        hook = repository.git_directory / "hooks" / name
        hook.parent.mkdir(exist_ok=True)
        hook.write_text(f'#!/bin/sh\n"{sys.executable}" -I -m {HOOKS[name]} "$@"{ended}\n')
        hook.chmod(0o755)


@pytest.fixture
def as_agent(tmp_path, work):
    return assistant(tmp_path / "home", work.path)


@pytest.mark.parametrize("hooks", [("prepare-commit-msg",), ("commit-msg",), tuple(HOOKS)], ids=" and ".join)
@pytest.mark.parametrize("scenario", SCENARIOS, ids=lambda scenario: scenario.name)
def test_the_trailers_that_result(work, as_agent, scenario, hooks):
    install(work, *hooks)
    who = as_agent if scenario.agent else {"HOME": os.devnull}
    scenario.act(work, who)
    assert disclosed(work) == scenario.after(*hooks)
