"""`codeowners` under pre-commit and prek, with real commits."""

import shutil

import pytest

from tests.acceptance.making import VERSION_TAG, WorkTree, fetched

pytestmark = pytest.mark.acceptance

OWNERS = "/src/ @org/core\n/docs/ @org/docs\n/CODEOWNERS @org/core\n/.pre-commit-config.yaml @org/core\n"
FILES = {"src/a.py": "a\n", "src/b.py": "b\n", "docs/a.md": "a\n", "CODEOWNERS": OWNERS}


@pytest.fixture(scope="session")
def owned_template(runner, tmp_path_factory):
    path = tmp_path_factory.mktemp(runner.name) / "owned"
    path.mkdir()
    repository = WorkTree(path, runner.environ)
    repository.git("init", "-q", "-b", "main")
    (path / ".pre-commit-config.yaml").write_text(
        f"repos:\n- repo: {runner.source}\n  rev: {VERSION_TAG}\n  hooks:\n  - id: codeowners\n"
    )
    write(repository, FILES)
    repository.git("commit", "-q", "-m", "Begin")
    fetched([runner.command, "install", "--install-hooks"], path, runner.environ)
    return repository


@pytest.fixture
def owned(owned_template, tmp_path):
    shutil.copytree(owned_template.path, tmp_path / "work", symlinks=True)
    return WorkTree(tmp_path / "work", owned_template.environ)


def write(repository, files):
    """Write files, or take them away, and stage that."""
    for name, text in files.items():
        path = repository.path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.unlink() if text is None else path.write_text(text)
    repository.git("add", "-A")


@pytest.mark.parametrize(
    ("files", "rule"),
    [
        pytest.param({"src/c.py": "c\n"}, None, id="noop"),
        pytest.param({"src/a.py": None}, None, id="noop, a deletion"),
        pytest.param({"CODEOWNERS": OWNERS.replace("/docs/ @", "/docs/   @")}, None, id="noop, its layout"),
        pytest.param({"setup.py": "x\n"}, "US304", id="a file without an owner"),
        pytest.param({"docs/a.md": None}, "US305", id="a rule that dies"),
        pytest.param({"CODEOWNERS": OWNERS + "* @org/all\n"}, "US306", id="rules in the shadow"),
        pytest.param({"CODEOWNERS": OWNERS + "/src/ nobody\n"}, "US302", id="an owner that is none"),
        pytest.param({"CODEOWNERS": None}, "US315", id="no CODEOWNERS"),
    ],
)
def test_commits(owned, files, rule):
    write(owned, files)
    before = owned.git("write-tree")
    done = owned.try_git("commit", "-m", "A change")
    assert done.code == (1 if rule else 0), done.text
    assert rule is None or f"error {rule}" in done.text
    assert owned.git("write-tree") == before


def test_a_moved_directory_is_named(owned):
    owned.git("mv", "docs", "manual")
    done = owned.try_git("commit", "-m", "Move it")
    assert done.code == 1
    assert "US314" in done.text
    assert "/manual/" in done.text


def test_what_is_not_staged_does_not_count(owned):
    (owned.path / "CODEOWNERS").write_text("")
    (owned.path / "setup.py").write_text("x\n")
    done = owned.commit("A change")
    assert "US304" in done.text
    assert "file has no owner" in done.text
    assert "setup.py" not in done.text
