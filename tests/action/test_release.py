"""scripts/release.py: what may be released, and what a release is made of."""

import json
import shutil
import subprocess
import sys

import pytest

from tests.acceptance.making import ROOT, copy_checkout, plain_environ, run

FILES = ("pyproject.toml", "CHANGELOG.md", "trailers/version.py")


@pytest.fixture
def project(tmp_path):
    """The files that name a version, for version 1.2.3."""
    shutil.copytree(ROOT / "scripts", tmp_path / "scripts", ignore=shutil.ignore_patterns("__pycache__"))
    (tmp_path / "trailers").mkdir()
    (tmp_path / "pyproject.toml").write_text('[project]\nversion = "1.2.3"\n')
    (tmp_path / "trailers" / "version.py").write_text('VERSION = "1.2.3"\n')
    (tmp_path / "CHANGELOG.md").write_text("# Changelog\n\n## 1.2.3 (2026-12-01)\n\n- All.\n\n## 1.2.2\n")
    return tmp_path


def check(project, tag):
    return run([sys.executable, "scripts/release.py", "check", tag], project, plain_environ())


def test_a_tag_that_is_the_version_may_be_released(project):
    assert check(project, "v1.2.3") == (0, "")


TAGS = ["1.2.3", "v1.2.2", "v1.2.3-rc1", "v1.2.3\n", "", "v1.2.30", "--help", "v1.2.3; rm -rf ."]


@pytest.mark.parametrize("tag", TAGS)
def test_any_other_tag_may_not(project, tag):
    done = check(project, tag)
    assert done.code == 1
    assert "it wants v1.2.3" in done.text


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("trailers/version.py", 'VERSION = "1.2.4"\n', "trailers/version.py does not say 1.2.3"),
        ("CHANGELOG.md", "# Changelog\n\n## 1.2.2\n", "no section ## 1.2.3"),
        ("CHANGELOG.md", "# Changelog\n\n## 1.2.3 (unreleased)\n", "says of 1.2.3 that it is unreleased"),
    ],
)
def test_files_that_disagree_may_not_be_released(project, name, text, told):
    (project / name).write_text(text)
    done = check(project, "v1.2.3")
    assert done.code == 1
    assert told in done.text


@pytest.mark.parametrize("words", [[], ["check"], ["build", "more"], ["publish"]])
def test_the_usage_is_told(project, words):
    done = run([sys.executable, "scripts/release.py", *words], project, plain_environ())
    assert done.code == 2
    assert "usage: python3 scripts/release.py" in done.text


@pytest.mark.acceptance
def test_a_release_is_built_tried_and_listed(tmp_path_factory):
    folder = copy_checkout(tmp_path_factory.mktemp("release"))
    done = run([sys.executable, "scripts/release.py", "build"], folder, plain_environ())
    assert done.code == 0, done.text
    assert sorted(path.suffix for path in (folder / "dist").iterdir()) == [".gz", ".whl"]
    listed = json.loads((folder / "sbom" / "undersign.cdx.json").read_text())
    assert listed["bomFormat"] == "CycloneDX"
    assert listed["metadata"]["component"]["name"] == "undersign"
    names = {component["name"] for component in listed["components"]}
    assert {"detect-secrets", "tomli", "typer"} <= names
    assert not {"pip", "pytest"} & names
    again = run([sys.executable, "scripts/release.py", "build"], folder, plain_environ())
    assert "is there already" in again.text
    tracked = subprocess.check_output(["git", "status", "--short"], cwd=folder, text=True)
    assert tracked in ("", "?? sbom/\n")
