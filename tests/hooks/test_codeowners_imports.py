"""What the hook `codeowners` costs: the modules that it loads, and the processes that it starts."""

import os
import subprocess
import sys

import pytest

from tests.owned import OWNERS, make_owned, stage

# What only a finding, a policy or another way to ask is worth.
LAZY = (
    "trailers.cli",
    "trailers.disclosure",
    "trailers.output.owners",
    "trailers.policy.files",
    "trailers.policy.policy",
    "trailers.repository.opening",
    "trailers.verify.base",
    "trailers.verify.registry",
)
PROGRAM = """
import sys
from hooks.codeowners import main
code = main(sys.argv[1:])
print("modules:", code, *sys.modules)
"""


@pytest.fixture
def work(repository):
    return make_owned(repository)


def run(work, *arguments, **environ):
    """The exit code of the hook, and the modules that were loaded."""
    command = [sys.executable, "-I", "-c", PROGRAM, *arguments]
    done = subprocess.run(
        command, cwd=work.path, env={**os.environ, **environ}, capture_output=True, text=True, check=True
    )
    code, *modules = done.stdout.partition("modules:")[2].split()
    return int(code), set(modules)


class TestModules:
    @pytest.mark.parametrize("words", [[], ["--all-files"]])
    def test_nothing_heavy_is_loaded_for_a_healthy_file(self, work, heavy, words):
        stage(work, "src/new")
        code, modules = run(work, *words)
        assert code == 0
        assert not modules & heavy
        assert not [name for name in modules if name.startswith(LAZY)]

    def test_nor_for_findings(self, work, heavy):
        stage(work, ".github/CODEOWNERS", OWNERS + "/gone @a\n*.md bad\n/[a] @a\n/docs/ @jane\n")
        code, modules = run(work)
        assert code == 1
        assert not modules & (heavy - {"re", "enum"})

    def test_one_dialect_is_loaded(self, work):
        _, modules = run(work)
        others = {"gitlab", "bitbucket", "mibex", "gitea", "forgejo"}
        assert not modules & {f"trailers.ownership.dialects.{name}" for name in others}

    def test_rules_without_occasion_are_not(self, work):
        stage(work, "src/new")
        _, modules = run(work)
        assert not [name for name in modules if name.startswith("trailers.ownership.rules.")]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        pytest.param([], ["cat-file", "diff", "ls-tree"], id="staged files"),
        pytest.param(["--all-files"], ["cat-file", "diff", "ls-files"], id="all files"),
    ],
)
def test_the_processes(work, logged, words, expected):
    environ, log = logged
    stage(work, "src/new")
    log.write_text("")
    assert run(work, *words, **environ)[0] == 0
    started = [line.split()[2] for line in log.read_text().splitlines()]
    assert sorted(started) == expected
