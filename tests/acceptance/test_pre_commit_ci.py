"""pre-commit.ci's limits: how much a clone and an environment may weigh, and no network when a hook runs.

250 MiB an environment and 100 MiB a clone, for hooks that are skipped too; no network at run time:
https://github.com/pre-commit-ci/issues/issues/171, …/150, …/67.
"""

import shutil
import subprocess

import pytest

from tests.acceptance.making import ROOT, WorkTree, plain_environ
from tests.acceptance.test_manifest import HOOKS

pytestmark = pytest.mark.acceptance

MIB = 1024 * 1024
DISCLOSED = """\
Mend the parser

Assisted-by: Claude-Code:claude-opus-5
AI-Context: issue:12
Approved-by: Jane Roe <jane@roe.example>
"""
# By hook: its arguments, and what happens in the repository that `work_tree` makes.
CALLS = {
    "ai-disclosure": [".git/COMMIT_EDITMSG"],
    "ai-disclosure-write": [".git/COMMIT_EDITMSG"],
    "ai-disclosure-range": [],
    "secrets": ["a.py"],
    "codeowners": ["--all-files"],
}


def size_of(folder):
    """The bytes of the files below it; a link counts as nothing."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file() and not path.is_symlink())


def test_an_environment_is_small_enough(installed):
    size = size_of(installed.parents[1])
    assert 1 * MIB < size < 250 * MIB


def test_a_clone_is_small_enough(source):
    tracked = sum((source / name).stat().st_size for name in tracked_files(source))
    told = WorkTree(ROOT, plain_environ()).git("rev-list", "--objects", "--disk-usage", "HEAD")
    assert tracked + int(told) < 100 * MIB


def tracked_files(folder):
    return WorkTree(folder, plain_environ()).git("ls-files", "-z").split("\0")[:-1]


@pytest.fixture
def without_network():
    """What runs a command where there is no network interface; the test is skipped where there is nothing."""
    tool = shutil.which("unshare")
    if tool is None or subprocess.run([tool, "-rn", "true"], capture_output=True, check=False).returncode:
        pytest.skip("unshare -rn is not here, or not allowed")
    return [tool, "-rn"]


@pytest.fixture
def judged(tmp_path):
    """A repository that every hook has something to look at in, and finds clean."""
    repository = WorkTree(tmp_path, plain_environ())
    repository.git("init", "-q", "-b", "main")
    (tmp_path / "a.py").write_text("limit = 20\n")
    (tmp_path / "CODEOWNERS").write_text("* @jane\n")
    repository.git("add", "-A")
    repository.git("commit", "-q", "-m", DISCLOSED)
    (tmp_path / ".git" / "COMMIT_EDITMSG").write_text(DISCLOSED)
    return repository


@pytest.mark.parametrize("hook", HOOKS, ids=lambda hook: hook["id"])
def test_a_hook_needs_no_network(installed, without_network, judged, hook):
    head = judged.git("rev-parse", "HEAD").strip()
    environ = plain_environ(
        PRE_COMMIT="1",
        PRE_COMMIT_FROM_REF="0" * 40,
        PRE_COMMIT_TO_REF=head,
        PRE_COMMIT_LOCAL_BRANCH="refs/heads/main",
        PRE_COMMIT_REMOTE_BRANCH="refs/heads/main",
        PRE_COMMIT_REMOTE_NAME="origin",
        PRE_COMMIT_REMOTE_URL="https://example.com/x.git",
    )
    module = hook["entry"].rpartition(" ")[2]
    command = [*without_network, installed, "-I", "-m", module, *CALLS[hook["id"]]]
    done = subprocess.run(command, cwd=judged.path, env=environ, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
