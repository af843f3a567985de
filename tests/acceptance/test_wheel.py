"""What is published: the wheel, and the sdist that it is built from."""

import email
import tarfile
import zipfile

import pytest
from packaging.requirements import Requirement

pytestmark = pytest.mark.acceptance

IN_WHEEL = [
    "hooks/disclosure.py",
    "hooks/push.py",
    "trailers/cli/app.py",
    "trailers/output/owners_v1.schema.json",
    "trailers/output/treemap.css",
    "trailers/output/treemap.js",
    "trailers/output/report_v1.schema.json",
    "trailers/py.typed",
]


@pytest.fixture(scope="module")
def wheel(built):
    with zipfile.ZipFile(built.wheel) as archive:
        yield archive


@pytest.fixture(scope="module")
def metadata(wheel):
    (name,) = (name for name in wheel.namelist() if name.endswith(".dist-info/METADATA"))
    return email.message_from_bytes(wheel.read(name))


def test_the_wheel_has_what_it_needs(wheel):
    names = set(wheel.namelist())
    assert names.issuperset(IN_WHEEL)
    assert any(name.endswith(".dist-info/licenses/LICENSE") for name in names)


def test_the_wheel_has_the_two_packages_whole_and_nothing_else(wheel, files):
    packaged = {name for name in wheel.namelist() if ".dist-info/" not in name}
    (manual,) = (name for name in packaged if name.endswith(".data/data/share/man/man1/undersign.1"))
    assert packaged - {manual} == {name for name in files if name.startswith(("hooks/", "trailers/"))}


def test_the_metadata_say_what_pyproject_says(metadata, project):
    assert metadata["Name"] == "undersign"
    assert metadata["Version"] == project["version"]
    assert metadata["Requires-Python"] == project["requires-python"] == ">=3.11"
    assert metadata["License-Expression"] == "MIT"
    required = set(map(Requirement, metadata.get_all("Requires-Dist")))
    extras = {
        Requirement(f'{needed}; extra == "{extra}"')
        for extra, several in project["optional-dependencies"].items()
        for needed in several
    }
    assert required == {*map(Requirement, project["dependencies"]), *extras}
    assert set(metadata.get_all("Provides-Extra")) == set(project["optional-dependencies"])


def test_the_only_command_is_undersign(wheel):
    (name,) = (name for name in wheel.namelist() if name.endswith("entry_points.txt"))
    entries = wheel.read(name).decode().split("\n\n")
    assert entries[0] == "[console_scripts]\nundersign = trailers.__main__:main"
    # Beside it, what the plug-in of another tool is told: not a command.
    assert entries[1:] == [
        "[validate_pyproject.tool_schema]\nundersign = trailers.policy.schema:tool_schema\n"
    ]


def test_the_sdist_has_every_file_of_the_project(built, project, files):
    top = f"undersign-{project['version']}/"
    with tarfile.open(built.sdist) as archive:
        names = {member.name.removeprefix(top) for member in archive if member.isfile()}
    assert names - {"PKG-INFO"} == files
