"""What the linters of workflows say of ours, and of those that users copy from the page."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs/how-to/ci/github-actions.md").read_text()
FENCES = re.findall(r"^```yaml[^\n]*\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE)
ACTIONLINT = "github.com/rhysd/actionlint/cmd/actionlint@v1.7.12"


def placeholders_filled(text):
    """A workflow of the page, as a user would have it."""
    return text.replace("<owner>/undersign@<commit>", "octo/undersign@" + "0123456789" * 4)


def whole_workflows():
    """The page's workflows; those that begin with `on:` or `jobs:` get the rest of the first one."""
    first = FENCES[0]
    head = first[: first.index("jobs:")]
    for fence in FENCES:
        if "jobs:" in fence:
            given = "on:" in fence.splitlines()[0] or fence.startswith("name:")
            name = "" if fence.startswith("name:") else "name: undersign\npermissions: {}\n"
            yield placeholders_filled(name + fence if given else head + fence)


@pytest.fixture
def pages_workflows(tmp_path):
    """The page's workflows in a repository."""
    folder = tmp_path / ".github" / "workflows"
    folder.mkdir(parents=True)
    for number, text in enumerate(whole_workflows()):
        (folder / f"page{number}.yml").write_text(text)
    subprocess.run(["git", "init", "-q", tmp_path], check=True)
    return tmp_path


def zizmor(folder, *arguments):
    """zizmor's answer; without the network."""
    command = Path(sys.executable).with_name("zizmor")
    environ = {**os.environ, "NO_COLOR": "1"}
    return subprocess.run(
        [command, "--offline", "--no-progress", *arguments, folder],
        env=environ, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False,
    )  # fmt: skip


def actionlint(folder):
    """actionlint's answer. It is a Go program: of PATH, else skipped, since no index has it as a wheel."""
    command = shutil.which("actionlint")
    if command is None:
        pytest.skip(
            "actionlint is not installed: go install github.com/rhysd/actionlint/cmd/actionlint@v1.7.12"
        )
    files = sorted((folder / ".github" / "workflows").glob("*.yml"))
    return subprocess.run(
        [command, "-no-color", *files], cwd=folder, capture_output=True, text=True, check=False
    )


def test_zizmor_finds_nothing():
    done = zizmor(ROOT, "--persona=auditor", "--collect=workflows,actions,dependabot")
    assert "No findings to report" in done.stdout, done.stdout
    assert done.returncode == 0


def test_actionlint_finds_nothing():
    done = actionlint(ROOT)
    assert (done.returncode, done.stdout) == (0, "")


def test_the_linters_find_nothing_in_what_users_copy(pages_workflows):
    assert len(list(whole_workflows())) == 3
    done = zizmor(pages_workflows)
    # What the page explains: a trigger with rights, and why it is safe for this job.
    told = re.findall(r"^(?:error|warning|help|info)\[([\w-]+)\]", done.stdout, re.MULTILINE)
    assert set(told) <= {"dangerous-triggers"}, done.stdout
    done = actionlint(pages_workflows)
    assert (done.returncode, done.stdout) == (0, "")
