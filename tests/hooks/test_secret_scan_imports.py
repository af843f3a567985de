"""What the hook `secrets` costs: the modules that it loads, and the processes that it starts."""

import os
import subprocess
import sys

import pytest

from tests.secret_values import GITHUB

# What only a finding, a policy, another way to ask or another mode is worth.
LAZY = (
    "detect_secrets",
    "requests",
    "trailers.cli",
    "trailers.policy.files",
    "trailers.policy.policy",
    "trailers.report",
    "trailers.repository",
    "trailers.secrets.archives",
    "trailers.secrets.baseline",
    "trailers.secrets.compat",
    "trailers.secrets.decoding",
    "trailers.secrets.inline",
    "trailers.secrets.rules",
    "trailers.verify.secrets.large",
    "trailers.verify.secrets.pieces",
    "trailers.verify.secrets.telling",
    "trailers.verify.secrets.unchecked_file",
    "yaml",
)
PROGRAM = """
import sys
from hooks.secret_scan import main
code = main(sys.argv[1:])
print("modules:", code, *sys.modules)
"""


@pytest.fixture
def work(started):
    started.check_out()
    (started.path / "a.py").write_text("def answer():\n    return 42\n" * 50)
    (started.path / "b.md").write_text("# Title\n\nSome words.\n" * 50)
    return started


def run(work, *arguments, **environ):
    """The exit code of the hook, and the modules that were loaded."""
    command = [sys.executable, "-I", "-c", PROGRAM, *arguments]
    environ = {**os.environ, "XDG_CACHE_HOME": str(work.path / ".git/cache"), **environ}
    done = subprocess.run(command, cwd=work.path, env=environ, capture_output=True, text=True, check=True)
    code, *modules = done.stdout.partition("modules:")[2].split()
    return int(code), set(modules)


class TestModules:
    def test_nothing_heavy_is_loaded_for_clean_files(self, work, heavy):
        code, modules = run(work, "a.py", "b.md", "README")
        assert code == 0
        assert not modules & heavy
        assert not [name for name in modules if name.startswith(LAZY)]

    def test_nor_where_a_pyproject_is_about_other_things(self, work, heavy):
        (work.path / "pyproject.toml").write_text("[tool.ruff]\n")
        assert not run(work, "a.py")[1] & heavy

    def test_findings_need_patterns_and_no_more(self, work, heavy):
        (work.path / "c.py").write_text(f'token = "{GITHUB}"\n')
        code, modules = run(work, "c.py")
        assert code == 1
        assert not modules & (heavy - {"re", "enum", "hashlib"})
        assert not modules & {"detect_secrets", "requests", "yaml", "trailers.secrets.baseline"}

    @pytest.mark.parametrize("words", [["a.py"], ["--all"], ["--mode", "default", "a.py"]])
    def test_nothing_that_could_ask_a_network(self, work, words):
        _, modules = run(work, *words)
        assert not modules & {"socket", "ssl", "http", "urllib.request", "requests"}


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        pytest.param(["a.py", "README"], [], id="files"),
        pytest.param(["--staged"], ["diff", "cat-file", "cat-file"], id="the index"),
        pytest.param(["--all"], ["ls-files"], id="all"),
    ],
)
def test_the_processes(work, logged, words, expected):
    work.git("add", "a.py")
    environ, log = logged
    log.write_text("")
    assert run(work, *words, **environ)[0] == 0
    assert [line.split()[2] for line in log.read_text().splitlines()] == expected
