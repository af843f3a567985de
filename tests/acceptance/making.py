"""What the acceptance tests stand on: a plain environment, a copy of the checkout, work trees."""

import os
import shutil
import subprocess
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).resolve().parents[2]
VERSION_TAG = "v0.0.0"

# What processes need to run and to reach a package index; nothing of a CI, an assistant or the user's Python.
_KEPT = {
    "PATH",
    "HOME",
    "USER",
    "LANG",
    "LC_ALL",
    "TMPDIR",
    "SYSTEMROOT",
    "ALL_PROXY",
    "HTTP_PROXY",
    "HTTPS_PROXY",
}
_KEPT_PREFIXES = ("PIP_", "UV_", "SSL_", "REQUESTS_", "CURL_", "NO_PROXY")
_INHERITED = {
    key: value
    for key, value in os.environ.items()
    if key.upper() in _KEPT or key.upper().startswith(_KEPT_PREFIXES)
}
# An index that does not answer fails the tests after a minute or two, it does not hang them.
_PATIENCE = {"PIP_RETRIES": "2", "PIP_DEFAULT_TIMEOUT": "30", "UV_HTTP_TIMEOUT": "30"}
# Python compiles what it imports; pip would compile all, half of the time of an installation. A false value
# turns this option on (https://pip.pypa.io/en/stable/topics/configuration/#boolean-options).
_LAZINESS = {"PIP_NO_COMPILE": "0", "PIP_DISABLE_PIP_VERSION_CHECK": "1"}
_GIT = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1", "GIT_EDITOR": "false"}
_PEOPLE = {
    "GIT_AUTHOR_NAME": "Jane Roe",
    "GIT_AUTHOR_EMAIL": "jane@roe.example",
    "GIT_COMMITTER_NAME": "Jane Roe",
    "GIT_COMMITTER_EMAIL": "jane@roe.example",
}


class Done(NamedTuple):
    """How a process ended, and everything that it printed."""

    code: int
    text: str


def plain_environ(**more: str) -> dict[str, str]:
    """The environment that every process here gets."""
    return {**_PATIENCE, **_LAZINESS, **_INHERITED, **_GIT, **_PEOPLE, **more}


def run(command: list[str | Path], folder: Path, environ: dict[str, str], *, text: str = "") -> Done:
    """Run a process to its end, both of its streams in one text."""
    done = subprocess.run(
        command,
        cwd=folder,
        env=environ,
        input=text.encode(),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        timeout=300,
        check=False,
    )
    return Done(done.returncode, done.stdout.decode("utf-8", "replace"))


def fetched(command: list[str | Path], folder: Path, environ: dict[str, str]) -> None:
    """Run a step that needs the package index, and say so where it fails."""
    done = run(command, folder, environ)
    if done.code:
        step = " ".join(map(str, command))
        pytest.fail(
            f"the acceptance tests need a package index (hatchling, typer, pre-commit, prek, uv); "
            f"without one: -m 'not acceptance'\n{step}\nexit code {done.code}\n{done.text[-3000:]}",
            pytrace=False,
        )


def copy_checkout(target: Path) -> Path:
    """A repository with the files of this checkout, as they are now, in one tagged commit."""
    for name in project_files():
        (target / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(ROOT / name, target / name)
    repository = WorkTree(target, plain_environ())
    repository.git("init", "-q")
    repository.git("add", "-A", "-f")
    repository.git("commit", "-q", "-m", "Everything")
    repository.git("tag", VERSION_TAG)
    return target


def project_files() -> list[str]:
    """The files that git knows or would add; in an unpacked sdist, which is no clone, all."""
    if (ROOT / ".git").exists():
        command = ["git", "-C", ROOT, "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
        listed = subprocess.run(command, env=plain_environ(), capture_output=True, check=True).stdout
        names = [os.fsdecode(name) for name in listed.split(b"\0") if name]
        return sorted(name for name in set(names) if (ROOT / name).is_file())
    ignored = ("__pycache__", ".venvs", ".venv")
    files = (path.relative_to(ROOT) for path in ROOT.rglob("*") if path.is_file())
    return sorted(str(path) for path in files if not set(path.parts).intersection(ignored))


class WorkTree(NamedTuple):
    """A git work tree and the environment in which git, its hooks and its editor run."""

    path: Path
    environ: dict[str, str]

    def git(self, *arguments: str, **more: str) -> str:
        """Run a git command that has to succeed."""
        done = self.try_git(*arguments, **more)
        assert done.code == 0, done.text
        return done.text

    def try_git(self, *arguments: str, **more: str) -> Done:
        return run(["git", *arguments], self.path, {**self.environ, **more})

    def commit(self, message: str, *options: str, **more: str) -> Done:
        """Change a file, and try to commit it with this message."""
        with (self.path / "file").open("a") as file:
            file.write("line\n")
        self.git("add", "file")
        return self.try_git("commit", *options, "-m", message, **more)

    def head_message(self) -> str:
        return self.git("log", "-1", "--format=%B").strip("\n")

    def kept_message(self) -> str:
        """What stands in the file that git keeps when a hook refuses."""
        return (self.path / ".git" / "COMMIT_EDITMSG").read_text()
