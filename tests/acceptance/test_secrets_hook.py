"""`secrets` under pre-commit and prek, with real commits and real messages."""

import random
import shutil
import string

import pytest

from tests.acceptance.making import VERSION_TAG, WorkTree, fetched

pytestmark = pytest.mark.acceptance


def token(seed=1):
    """A GitHub fine-grained token that nobody has: made here, so that it stands in no file."""
    letters = random.Random(seed).choices(string.ascii_letters + string.digits, k=81)
    return f"github_pat_{''.join(letters[:22])}_{''.join(letters[22:])}"


ALLOWED = f'TOKEN = "{token()}"  # pragma: allowlist secret\n'


@pytest.fixture(scope="session")
def guarded_template(runner, tmp_path_factory):
    path = tmp_path_factory.mktemp(runner.name) / "guarded"
    path.mkdir()
    repository = WorkTree(path, runner.environ)
    repository.git("init", "-q", "-b", "main")
    (path / ".pre-commit-config.yaml").write_text(
        "default_install_hook_types: [pre-commit, commit-msg]\n"
        f"repos:\n- repo: {runner.source}\n  rev: {VERSION_TAG}\n  hooks:\n  - id: secrets\n"
    )
    (path / "file").write_text("begun\n")
    repository.git("add", "-A")
    repository.git("commit", "-q", "-m", "Begin")
    fetched([runner.command, "install", "--install-hooks"], path, runner.environ)
    return repository


@pytest.fixture
def guarded(guarded_template, tmp_path):
    shutil.copytree(guarded_template.path, tmp_path / "work", symlinks=True)
    return WorkTree(tmp_path / "work", guarded_template.environ)


@pytest.mark.parametrize(
    ("name", "data", "rule"),
    [
        pytest.param("a.py", b"limit = 20\n", None, id="noop"),
        pytest.param("a.py", ALLOWED.encode(), None, id="noop, allowed in its line"),
        pytest.param("a.bin", b"\0\1" + token().encode(), None, id="noop, a binary"),
        pytest.param("a.py", f'TOKEN = "{token()}"\n'.encode(), "US201", id="a token"),
        pytest.param("a.txt", token().encode("utf-16"), "US201", id="a token in UTF-16"),
        pytest.param("a b.md", f"Use {token()}\n".encode(), "US201", id="a path with a space"),
    ],
)
def test_commits(guarded, name, data, rule):
    (guarded.path / name).write_bytes(data)
    guarded.git("add", "-A")
    before = guarded.git("write-tree")
    done = guarded.try_git("commit", "-m", "A change")
    assert done.code == (1 if rule else 0), done.text
    assert rule is None or f"error {rule}" in done.text
    assert guarded.git("write-tree") == before
    assert token() not in done.text


def test_a_message_with_a_token_is_refused(guarded):
    done = guarded.commit(f"Mend it\n\nDeployed-with: {token()}")
    assert done.code == 1, done.text
    assert "error US201" in done.text
    assert token() not in done.text
    assert guarded.commit("Mend it").code == 0


def test_what_is_not_staged_does_not_count(guarded):
    (guarded.path / "a.py").write_text("limit = 20\n")
    guarded.git("add", "a.py")
    (guarded.path / "a.py").write_text(f'TOKEN = "{token()}"\n')
    done = guarded.try_git("commit", "-m", "A change")
    assert done.code == 0, done.text
    assert token() in (guarded.path / "a.py").read_text()


def test_the_index_counts_where_the_file_was_mended_since(guarded):
    (guarded.path / "a.py").write_text(f'TOKEN = "{token()}"\n')
    guarded.git("add", "a.py")
    (guarded.path / "a.py").write_text("limit = 20\n")
    done = guarded.try_git("commit", "-m", "A change")
    assert done.code == 1, done.text
    assert "error US201" in done.text


def test_many_staged_files_are_all_looked_at(guarded):
    for number in range(400):
        (guarded.path / f"{number:03}.py").write_text(f"limit = {number}\n")
    (guarded.path / "399.py").write_text(f'TOKEN = "{token()}"\n')
    guarded.git("add", "-A")
    done = guarded.try_git("commit", "-m", "A change")
    assert done.code == 1, done.text
    assert "399.py:1:10: error US201" in done.text
