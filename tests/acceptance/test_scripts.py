"""The commands that the README names, as a newcomer types them."""

import shutil
import sys
from pathlib import Path

import pytest

from tests.acceptance.making import ROOT, WorkTree, plain_environ, run

pytestmark = [pytest.mark.acceptance, pytest.mark.usefixtures("with_pip")]

BAD = "Add a parser\n\nCo-authored-by: Claude <noreply@anthropic.com>"


@pytest.fixture(scope="module")
def clone(source, tmp_path_factory):
    folder = tmp_path_factory.mktemp("clone of ours") / "undersign"
    shutil.copytree(source, folder)
    return folder


@pytest.fixture
def judged(tmp_path):
    repository = WorkTree(tmp_path / "judged", plain_environ())
    repository.path.mkdir()
    repository.git("init", "-q")
    for message in ("Begin", "Mend a typo", BAD):
        assert repository.commit(message).code == 0
    return repository.path


def call(script, *arguments, folder, **more):
    return run([sys.executable, script, *arguments], folder, plain_environ(**more))


def test_verify_sets_itself_up_once(clone, judged, tmp_path):
    script = clone / "scripts" / "verify.py"
    first = call(script, "judged", "HEAD~2..HEAD", folder=tmp_path)
    assert first.code == 1, first.text
    assert first.text.startswith("setting up .venvs/undersign-")
    assert "2 commits checked, 1 AI-assisted" in first.text
    again = call(script, ".", "HEAD~2..HEAD~1", "--format", "json", folder=judged)
    assert again.code == 0, again.text
    assert again.text.startswith("{")
    assert WorkTree(clone, plain_environ()).git("status", "--short") == ""


def test_verify_sets_itself_up_again_where_the_project_changed(clone, judged):
    script = clone / "scripts" / "verify.py"
    call(script, judged, "HEAD~2..HEAD~1", folder=judged)
    with (clone / "pyproject.toml").open("a") as file:
        file.write("# changed\n")
    assert "setting up" in call(script, judged, "HEAD~2..HEAD~1", folder=judged).text
    assert "setting up" not in call(script, judged, "HEAD~2..HEAD~1", folder=judged).text


@pytest.mark.parametrize(
    ("arguments", "code", "tells"),
    [
        ([], 2, "usage: python3 scripts/verify.py REPOSITORY"),
        (["--help"], 0, "usage: python3 scripts/verify.py REPOSITORY"),
        (["HEAD~1..HEAD"], 2, "HEAD~1..HEAD is not a folder"),
    ],
    ids=["nothing", "help", "range first"],
)
def test_verify_tells_its_usage(tmp_path, arguments, code, tells):
    done = call(ROOT / "scripts" / "verify.py", *arguments, folder=tmp_path)
    assert done.code == code
    assert tells in done.text


def test_verify_without_a_package_index(source, judged, tmp_path):
    shutil.copytree(source, tmp_path / "fresh")
    no_index = {"PIP_NO_INDEX": "1", "PIP_FIND_LINKS": "", "PIP_CONFIG_FILE": "/dev/null"}
    done = call(tmp_path / "fresh" / "scripts" / "verify.py", judged, "HEAD", folder=tmp_path, **no_index)
    assert done.code == 2, done.text
    assert "pip could not install" in done.text
    assert "package index" in done.text


def test_the_tests_say_which_python_is_missing(clone, tmp_path):
    """Under a PATH and a home without any Python, only the one that runs is found."""
    shutil.copytree(clone, tmp_path / "clone", ignore=shutil.ignore_patterns(".venvs"))
    (tmp_path / "clone" / "scripts" / "environment.py").write_text(
        "ROOT = __file__.rpartition('/scripts/')[0]\n"
        "SetupError = OSError\n"
        "def clean_environ(): return None\n"
        "def environment(*_): raise OSError('not set up here')\n"
    )
    script = tmp_path / "clone" / "scripts" / "test.py"
    more = {"PATH": str(tmp_path), "HOME": str(tmp_path), "PYENV_ROOT": str(tmp_path)}
    done = call(script, "--every-python", folder=tmp_path, **more)
    assert done.code == 2
    here = sys.version_info.minor
    for minor in range(11, 15):
        tells = "failed, exit code 2" if minor == here else "not found on this machine"
        assert f"Python 3.{minor}: {tells}" in done.text


OLD = sorted(Path.home().glob(".pyenv/versions/3.*/bin/python"))


@pytest.mark.skipif(not OLD, reason="no other Python")
def test_an_old_python_finds_a_newer_one(tmp_path):
    done = run([OLD[0], ROOT / "scripts" / "verify.py", "--help"], tmp_path, plain_environ())
    assert done.code == 0, done.text
