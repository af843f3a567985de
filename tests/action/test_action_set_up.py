"""The action's environment: made from the lock, from a Python that is found, isolated from the workspace."""

import hashlib
import io
import json
import os
import shutil
import subprocess
import sys
import tarfile

import pytest

from tests.acceptance.making import plain_environ
from tests.action.conftest import ROOT, copy_action
from tests.action.github_events import pull_request
from tests.action.steps import run_action, runner_environ

FIND = "import sys; sys.path[:0] = [sys.argv[1]]; import pythons; print(*pythons.find_pythons().values())"


@pytest.mark.acceptance
def test_the_environment_is_made_once_from_the_lock(change, tmp_path):
    action = copy_action(tmp_path / "with a space" / "undersign")
    temp = tmp_path / "temp"
    temp.mkdir()
    (temp / "event.json").write_text(json.dumps(pull_request(change.base, change.good)))
    # A change that brings modules named like ours and like Python's.
    for name in ("json", "trailers", "environment", "venv", "pip", "sitecustomize"):
        (change.path / f"{name}.py").write_text("open('owned', 'w')\nraise SystemExit(0)\n")
    index = ("PIP_", "SSL_", "REQUESTS_", "HTTP", "ALL_PROXY", "NO_PROXY")
    network = {name: text for name, text in plain_environ().items() if name.upper().startswith(index)}
    environ = runner_environ(
        **network,
        PYTHONPATH=".",
        GITHUB_EVENT_NAME="pull_request",
        GITHUB_EVENT_PATH=str(temp / "event.json"),
        RUNNER_TEMP=str(temp),
    )
    environ["PATH"] = f"{os.path.dirname(sys.executable)}{os.pathsep}{environ['PATH']}"
    without_index = environ | {"PIP_NO_INDEX": "1", "PIP_FIND_LINKS": "", "PIP_CONFIG_FILE": os.devnull}
    ran = run_action(action, {}, without_index, temp, change.path)
    assert [step.code for step in ran.steps] == [2], ran.log
    assert "pip needs a package index" in ran.commands[0]
    ran = run_action(action, {}, environ, temp, change.path)
    assert ran.outputs["verdict"] == "clean", ran.log
    assert "setting up .venvs/action-" in ran.log
    ran = run_action(action, {"checks": "verify secrets owners"}, environ, temp, change.path)
    assert ran.outputs["verdict"] == "clean", ran.log
    assert "setting up" not in ran.log
    assert not list(change.path.rglob("owned"))


@pytest.mark.acceptance
def test_nothing_is_built_from_source(change, tmp_path):
    backend = "open({!r}, 'w'); get_requires_for_build_wheel = build_wheel = None".format(
        str(tmp_path / "owned")
    )
    files = {
        "pyproject.toml": '[build-system]\nrequires = []\nbuild-backend = "b"\nbackend-path = ["."]\n',
        "PKG-INFO": "Metadata-Version: 2.1\nName: evil\nVersion: 1\n",
        "b.py": backend,
    }
    (tmp_path / "links").mkdir()
    with tarfile.open(tmp_path / "links" / "evil-1.tar.gz", "w:gz") as archive:
        for name, text in files.items():
            entry = tarfile.TarInfo(f"evil-1/{name}")
            entry.size = len(text)
            archive.addfile(entry, io.BytesIO(text.encode()))
    action = copy_action(tmp_path / "undersign")
    digest = hashlib.sha256((tmp_path / "links" / "evil-1.tar.gz").read_bytes()).hexdigest()
    (action / "action" / "requirements.txt").write_text(f"evil==1 --hash=sha256:{digest}\n")
    environ = runner_environ(PIP_NO_INDEX="1", PIP_FIND_LINKS=str(tmp_path / "links"))
    environ["PATH"] = f"{os.path.dirname(sys.executable)}{os.pathsep}{environ['PATH']}"
    ran = run_action(action, {}, environ, tmp_path, change.path)
    assert [step.code for step in ran.steps] == [2], ran.log
    assert not (tmp_path / "owned").exists()


def test_a_runner_without_python_is_told_what_to_do(action, change, tmp_path):
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin" / "bash").symlink_to(shutil.which("bash"))
    ran = run_action(action, {}, {"PATH": str(tmp_path / "bin")}, tmp_path, change.path)
    assert [(step.name, step.code) for step in ran.steps] == [("Set undersign up", 2)]
    assert "actions/setup-python" in ran.commands[0]
    assert ran.outputs["verdict"] == ""


def test_a_python_of_the_tool_cache_is_found(tmp_path):
    inside = tmp_path / "Python" / "3.99.0" / "x64" / "bin"
    inside.mkdir(parents=True)
    own = "{}.{}.".format(*sys.version_info)
    others = [path for path in ROOT.home().glob(".pyenv/versions/3.*/bin/python") if own not in str(path)]
    if not others:
        pytest.skip("no other Python")
    (inside / "python").symlink_to(min(others))
    nowhere = {"PATH": str(tmp_path), "HOME": str(tmp_path), "PYENV_ROOT": str(tmp_path)}
    command = [sys.executable, "-I", "-c", FIND, ROOT / "scripts"]
    found = subprocess.check_output(command, env=nowhere | {"RUNNER_TOOL_CACHE": str(tmp_path)}, text=True)
    assert found.split() == [sys.executable, str(inside / "python")]
    assert subprocess.check_output(command, env=nowhere, text=True).split() == [sys.executable]
