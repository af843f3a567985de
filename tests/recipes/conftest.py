"""The machine on which a recipe's shell runs."""

import os
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.acceptance.making import plain_environ, run
from tests.recipes.jobs import Job
from tests.recipes.origin import KINDS, make_origin

# The environment that a recipe makes is the one that runs the tests; what pip is asked for is written down.
_PYTHON3 = """#!/bin/sh
[ "$1 $2 $3" = "-I -m venv" ] || exit 64
mkdir -p "$4/bin"
ln -s "{tools}/python" "$4/bin/python"
"""
_PYTHON = """#!/bin/sh
[ "$1 $2" = "-I -m" ] || exit 64
if [ "$3" = pip ]; then shift 3; echo "$*" >> "$HOME/pip"; exit 0; fi
exec "{python}" "$@"
"""
_AGENT = """#!/bin/sh
{{ echo "$*"; cat; }} >> "$HOME/buildkite-agent"
"""


class Ended(NamedTuple):
    """How a recipe ended: its exit code, what it printed, its reports by format (None: not written)."""

    code: int
    text: str
    reports: dict[str, str | None]


class Machine(NamedTuple):
    """A home, a folder for temporary files, and commands that go before the others."""

    home: Path
    tools: Path

    def run(self, job: Job, folder: Path, environ: dict[str, str]) -> Ended:
        """Run the job's shell in the clone."""
        temporary = self.home / "temporary"
        temporary.mkdir(exist_ok=True)
        variables = {name: value for name, value in environ.items() if name.isidentifier()}
        own = {"HOME": str(self.home), "TMPDIR": str(temporary), "AGENT_TEMPDIRECTORY": str(temporary)}
        path = os.pathsep.join([str(self.tools), os.environ["PATH"]])
        full = plain_environ(**variables, **job.environ, **own, PATH=path)
        done = run([*job.shell, job.script, "recipe", *job.arguments], folder, full)
        reports = {
            name: _read(folder / place.replace("$AGENT_TEMPDIRECTORY", str(temporary)))
            for name, place in job.reports.items()
        }
        return Ended(done.code, done.text, reports)


def _read(path: Path) -> str | None:
    return path.read_text() if path.exists() else None


@pytest.fixture(scope="session")
def _tools(tmp_path_factory):
    tools = tmp_path_factory.mktemp("recipe-tools")
    for name, text in {"python3": _PYTHON3, "python": _PYTHON, "buildkite-agent": _AGENT}.items():
        (tools / name).write_text(text.format(tools=tools, python=sys.executable))
        (tools / name).chmod(0o755)
    return tools


@pytest.fixture
def machine(_tools, tmp_path):
    home = tmp_path / "home"
    home.mkdir()
    return Machine(home, _tools)


@pytest.fixture(scope="session")
def origins(tmp_path_factory):
    """By kind, and whether the pull request is merged."""
    folder = tmp_path_factory.mktemp("recipe-origins")
    return {
        (kind, merged): make_origin(folder / f"{kind}-{merged}.git", kind, merged=merged)
        for kind in KINDS
        for merged in (False, True)
    }
