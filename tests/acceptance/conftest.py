"""The built wheel, and pre-commit and prek with our hooks, made once for all acceptance tests."""

import os
import shutil
import sys
import tomllib
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.acceptance.making import ROOT, VERSION_TAG, WorkTree, copy_checkout, fetched, plain_environ, run

RUNNERS = ("pre-commit", "prek")
SCRIPTS = "Scripts" if os.name == "nt" else "bin"


@pytest.hookimpl(tryfirst=True)  # xdist reads the marker in its own
def pytest_collection_modifyitems(config, items):
    """One worker of xdist runs all acceptance tests, since they share what takes long to make."""
    for item in items:
        if config.pluginmanager.hasplugin("xdist") and item.get_closest_marker("acceptance"):
            item.add_marker(pytest.mark.xdist_group("acceptance"))


class Built(NamedTuple):
    wheel: Path
    sdist: Path


class Runner(NamedTuple):
    """pre-commit or prek, with our hooks installed in its own home."""

    name: str
    command: Path
    environ: dict[str, str]
    source: Path

    def config(self, *arguments: str) -> str:
        return (
            "default_install_hook_types: [commit-msg, pre-push]\n"
            "repos:\n"
            f"- repo: {self.source}\n"
            f"  rev: {VERSION_TAG}\n"
            "  hooks:\n"
            "  - id: ai-disclosure\n"
            f"    args: [{', '.join(arguments)}]\n"
            "  - id: ai-disclosure-range\n"
        )

    def work_tree(self, path: Path, *arguments: str) -> WorkTree:
        """A repository that uses our hooks through this runner, `ai-disclosure` with these arguments."""
        repository = WorkTree(path, self.environ)
        path.mkdir()
        repository.git("init", "-q", "-b", "main")
        (path / ".pre-commit-config.yaml").write_text(self.config(*arguments))
        repository.git("add", ".pre-commit-config.yaml")
        repository.git("commit", "-q", "-m", "Begin")
        fetched([self.command, "install", "--install-hooks"], path, self.environ)
        return repository


@pytest.fixture(scope="session")
def project():
    return tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]


@pytest.fixture(scope="session")
def with_pip(tmp_path_factory):
    """The Python of an environment with pip; a skip where this Python cannot make one."""
    folder = tmp_path_factory.mktemp("with-pip")
    made = run([sys.executable, "-I", "-m", "venv", folder], folder, plain_environ())
    if "ensurepip" in made.text:
        pytest.skip(f"{sys.executable} has no ensurepip")
    return folder / SCRIPTS / "python"


@pytest.fixture(scope="session")
def source(tmp_path_factory):
    """A git copy of this checkout."""
    return copy_checkout(tmp_path_factory.mktemp("source"))


@pytest.fixture(scope="session")
def files(source):
    """The names of the project's files."""
    return set(WorkTree(source, plain_environ()).git("ls-files", "-z").split("\0")[:-1])


@pytest.fixture(scope="session")
def tools(with_pip):
    """The folder with the commands `python`, `pyproject-build`, `pre-commit`, `prek` and `uv`."""
    # prek would fetch uv by itself, from wherever it finds one.
    install(with_pip, "build", "pre-commit>=4,<5", "prek", "uv")
    return with_pip.parent


@pytest.fixture(scope="session")
def built(source, tools, tmp_path_factory):
    """The sdist of the checkout and the wheel that is built from the sdist."""
    folder = tmp_path_factory.mktemp("dist")
    fetched([tools / "pyproject-build", "--outdir", folder, source], folder, plain_environ())
    return Built(*folder.glob("*.whl"), *folder.glob("*.tar.gz"))


@pytest.fixture(scope="session")
def installed(built, tmp_path_factory):
    """The Python of a fresh environment that has the wheel and its dependencies, and nothing else."""
    return make_environment(tmp_path_factory.mktemp("installed"), str(built.wheel))


@pytest.fixture(scope="session", params=RUNNERS)
def runner(request, source, tools, tmp_path_factory):
    home = tmp_path_factory.mktemp(f"{request.param}-home")
    environ = plain_environ(PRE_COMMIT_HOME=str(home), PREK_HOME=str(home))
    environ["PATH"] = os.pathsep.join([str(tools), environ["PATH"]])
    return Runner(request.param, tools / request.param, environ, source)


@pytest.fixture(scope="session")
def template(runner, tmp_path_factory):
    return runner.work_tree(tmp_path_factory.mktemp(runner.name) / "template")


@pytest.fixture
def work_tree(template, tmp_path):
    """A repository whose commits and pushes our hooks judge."""
    shutil.copytree(template.path, tmp_path / "work", symlinks=True)
    return WorkTree(tmp_path / "work", template.environ)


@pytest.fixture(scope="session")
def mending_template(runner, tmp_path_factory):
    return runner.work_tree(tmp_path_factory.mktemp(runner.name) / "template", "--fix")


@pytest.fixture
def mending_work_tree(mending_template, tmp_path):
    """The same, and `ai-disclosure` has `args: [--fix]`."""
    shutil.copytree(mending_template.path, tmp_path / "work", symlinks=True)
    return WorkTree(tmp_path / "work", mending_template.environ)


class Editor(NamedTuple):
    """An editor that writes a text above what git wrote."""

    command: str
    above: Path

    def prepends(self, text: str) -> None:
        self.above.write_text(text)


@pytest.fixture
def editor(tmp_path):
    script, above = tmp_path / "editor", tmp_path / "above"
    script.write_text(f'#!/bin/sh\ncat {above} "$1" > {script}.new && cat {script}.new > "$1"\n')
    script.chmod(0o755)
    return Editor(str(script), above)


def make_environment(folder: Path, *requirements: str) -> Path:
    """The Python of a new virtual environment with these requirements."""
    fetched([sys.executable, "-I", "-m", "venv", folder], folder, plain_environ())
    python = folder / SCRIPTS / "python"
    install(python, *requirements)
    return python


def install(python: Path, *requirements: str) -> None:
    """Install requirements into the environment of a Python."""
    command = [python, "-I", "-m", "pip", "install", "--quiet", *requirements]
    fetched(command, python.parent, plain_environ())
