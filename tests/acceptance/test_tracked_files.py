"""What must not stand in any file of the project, and what stands in two of them."""

import re
import tomllib

import pytest

from tests.acceptance.making import ROOT, project_files
from trailers.version import VERSION

# Each is written so that it does not find itself.
UNWANTED = {
    "a path of somebody's machine": r"(?<![\w.>~-])/(?:[r]oot|[w]ork|[o]pt/(?:dev|sid|peers))/[\w.]+",
    "the host of a package registry": r"(?<!docs[.])[p]ypi[.]org|[p]ythonhosted|"
    r"[r]egistry[.]npmjs|index[.]crates[.]io",
    "a private key": r"-----BEGIN [A-Z ]*PRIVATE [K]EY",
    "an access token": r"(?:gh[pousr]_|github_pat_|glpat-|xox[bp]-|AKIA|sk-ant-)[A-Za-z0-9]{16}",
    "a password in an address": r"://[^\s/:@\"'<>{}]+:[^\s/@\"'<>{}]+@",
}


@pytest.mark.parametrize("pattern", UNWANTED.values(), ids=UNWANTED)
def test_no_file_has(pattern):
    wanted = re.compile(pattern)
    found = []
    for name in project_files():
        text = (ROOT / name).read_bytes().decode("utf-8", "replace")
        found += [f"{name}: {match[0]}" for match in wanted.finditer(text)]
    assert found == []


def test_the_version_is_the_same_in_both_places():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    assert project["version"] == VERSION


def test_the_changelog_tells_of_the_version():
    assert f"## {VERSION}" in (ROOT / "CHANGELOG.md").read_text()
