"""An action that is set up, a repository with a change for it to judge, and GitHub's interface."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.action.comments_api import CommentsApi
from tests.action.steps import Ran, run_action, runner_environ
from tests.repositories import DISCLOSED, Repository, message

ROOT = Path(__file__).resolve().parents[2]
PARTS = ("action.yml", "action", "scripts", "pyproject.toml", "trailers")
BAD = "Add a parser\n\nCo-authored-by: Claude <noreply@anthropic.com>\n"
GOOD = message(DISCLOSED, title="Add a lexer")
OWNERS = "* @austen\n"


def copy_action(target: Path) -> Path:
    """What the runner fetches where a workflow says `uses: …/undersign@…`."""
    for name in PARTS:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, target / name, ignore=shutil.ignore_patterns("__pycache__", ".*_cache"))
        else:
            target.mkdir(parents=True, exist_ok=True)
            shutil.copy2(source, target / name)
    return target


@pytest.fixture(scope="session")
def action(tmp_path_factory):
    """The action with its environment made already, by hand and without pip, as its own set-up leaves it."""
    copied = copy_action(tmp_path_factory.mktemp("action") / "undersign")
    folder = copied / ".venvs" / "action-{}.{}".format(*sys.version_info)
    subprocess.run([sys.executable, "-I", "-m", "venv", "--without-pip", folder], check=True)
    ask = "import sysconfig; print(sysconfig.get_path('purelib'))"
    inside = subprocess.check_output([folder / "bin" / "python", "-I", "-c", ask], text=True).strip()
    # Our own dependencies, from where this Python has them; the checkout comes by the action's own .pth.
    others = [path for path in sys.path if path.endswith(("site-packages", "dist-packages"))]
    Path(inside, "dependencies.pth").write_text("\n".join(others) + "\n")
    ask = "import sys; sys.path[:0] = ['scripts']; import environment as e; print(e.fingerprint(sys.argv[1]))"
    command = [sys.executable, "-I", "-c", ask, "action/requirements.txt"]
    stamp = subprocess.check_output(command, cwd=copied, text=True).strip()
    (folder / "made-for").write_text(stamp)
    return copied


class Change(NamedTuple):
    """A repository as actions/checkout leaves it, and the commits that events name."""

    path: Path
    base: str
    good: str
    bad: str


@pytest.fixture(scope="session")
def template(tmp_path_factory):
    repository = Repository(tmp_path_factory.mktemp("origin") / "emma")
    repository.commit("The beginning\n", files={"README": "read me\n", "CODEOWNERS": OWNERS})
    base = repository.commit("More\n", files={"a.py": "1\n"})
    good = repository.commit(GOOD, files={"a.py": "2\n"}, branch="topic", parents=[base])
    bad = repository.commit(BAD, files={"b.py": "3\n"}, branch="topic")
    repository.move("refs/remotes/origin/main", base)
    repository.move("refs/remotes/origin/topic", bad)
    repository.check_out()
    return Change(repository.path, base, good, bad)


@pytest.fixture
def change(template, tmp_path):
    """`base`, then `good`, then `bad`, which lacks its trailers; each tip stands for a change of its own."""
    shutil.copytree(template.path, tmp_path / "workspace")
    return template._replace(path=tmp_path / "workspace")


@pytest.fixture
def api():
    """GitHub's interface for comments, on this machine."""
    with CommentsApi() as served:
        yield served


@pytest.fixture
def act(action, change, tmp_path):
    """Run the action for an event."""

    def run(name: str, event: object, workspace: Path | None = None, environ=(), **inputs: str) -> Ran:
        temp = tmp_path / "temp"
        temp.mkdir(exist_ok=True)
        (temp / "event.json").write_text(json.dumps(event))
        github = runner_environ(
            GITHUB_EVENT_NAME=name,
            GITHUB_EVENT_PATH=str(temp / "event.json"),
            GITHUB_REPOSITORY="austen/emma",
            GITHUB_WORKSPACE=str(change.path),
            RUNNER_TEMP=str(temp),
            # The Python that the environment stands for comes first, as actions/setup-python does it.
            PATH=f"{os.path.dirname(sys.executable)}{os.pathsep}{os.environ['PATH']}",
            **dict(environ),
        )
        given = {key.replace("_", "-"): value for key, value in inputs.items()}
        return run_action(action, given, github, temp, workspace or change.path)

    return run
