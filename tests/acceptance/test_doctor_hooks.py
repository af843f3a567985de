"""`undersign doctor` about hooks that pre-commit and prek have really installed."""

import json

import pytest

from tests.acceptance.making import WorkTree, fetched
from trailers.cli.edge import main

pytestmark = pytest.mark.acceptance


@pytest.fixture
def states(runner, tmp_path, capsysbinary, monkeypatch):
    """A repository with the runner's configuration, and what doctor tells of its hooks."""
    work = WorkTree(tmp_path / "work", runner.environ)
    work.path.mkdir()
    work.git("init", "-q", "-b", "main")
    (work.path / ".pre-commit-config.yaml").write_text(runner.config())
    monkeypatch.setenv("PATH", runner.environ["PATH"])

    def told(directory=work.path):
        main(["doctor", "-C", str(directory), "--format", "json"])
        rows = json.loads(capsysbinary.readouterr().out)["diagnoses"]
        return {row["check"] for row in rows if row["topic"] == "hooks" and row["state"] != "ok"}

    told.work = work
    return told


def test_before_and_after(states, runner):
    assert states() == {"hooks-not-installed"}
    fetched([runner.command, "install"], states.work.path, runner.environ)
    assert states() == set()


def test_the_program_is_gone(states, runner):
    fetched([runner.command, "install"], states.work.path, runner.environ)
    for event in ("commit-msg", "pre-push"):
        hook = states.work.path / ".git/hooks" / event
        text = hook.read_text()
        lines = (
            f"{line.partition('=')[0]}=/nowhere/it" if line.startswith(("INSTALL_PYTHON=", "PREK=")) else line
            for line in text.split("\n")
        )
        hook.write_text("\n".join(lines))
    assert states() == {"hook-program-gone"}


def test_core_hooks_path(states, runner):
    fetched([runner.command, "install"], states.work.path, runner.environ)
    states.work.git("config", "core.hooksPath", ".other")
    assert states() == {"hooks-not-installed"}
