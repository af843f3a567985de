"""What `undersign init` writes, used: a commit under pre-commit and prek, a broken rule, and its mending."""

import shlex

import pytest

from tests.acceptance.making import WorkTree, fetched, run

pytestmark = pytest.mark.acceptance

TRAILERS = """
Assisted-by: Claude-Code:claude-opus-5
AI-Context: session:claude-code/3f0c9a4e-5f0b-4a39-9c1f-2b8a8f6f4d11
Approved-by: Jane Roe <jane@roe.example>
"""


@pytest.fixture
def adopted(runner, built, installed, tmp_path):
    """A repository after `init` and the commands that it says; the wheel is found instead of the index's."""
    found = str(built.wheel.parent)
    environ = {**runner.environ, "PIP_FIND_LINKS": found, "UV_FIND_LINKS": found}
    work_tree = WorkTree(tmp_path / "work", environ)
    work_tree.path.mkdir()
    work_tree.git("init", "-q", "-b", "main")
    (work_tree.path / "README").write_text("read me\n")
    work_tree.git("add", "README")
    work_tree.git("commit", "-q", "-m", "Begin")
    done = run(
        [installed, "-I", "-m", "trailers", "init", "--yes", "--forge", "github"], work_tree.path, environ
    )
    assert done.code == 0, done.text
    for line in done.text.split("in this order:\n\n")[1].splitlines():
        words = shlex.split(line, comments=True)
        if words[0] in ("pre-commit", "prek"):
            fetched([runner.command, "install", "--install-hooks"], work_tree.path, environ)
        elif words[0] == "git":
            work_tree.git(*words[1:])
    return work_tree


def verify(work_tree, python):
    return run([python, "-I", "-m", "trailers", "verify", "main..HEAD"], work_tree.path, work_tree.environ)


def test_commit_break_mend(adopted, installed):
    assert adopted.head_message() == "Verify who, or what, made each change"
    assert verify(adopted, installed).code == 0
    refused = adopted.commit("Help\n\nCo-authored-by: Claude <noreply@anthropic.com>")
    assert refused.code == 1
    assert "US102" in refused.text
    mended = adopted.commit(f"Help\n{TRAILERS}")
    assert mended.code == 0, mended.text
    told = verify(adopted, installed)
    assert told.code == 0, told.text
    assert "2 commits checked, 1 AI-assisted" in told.text
