"""Where a page is played: a home and a repository of its own, the commands that readers have, no network.

The repository's `HEAD` is the branch `topic`, three commits after `origin/main`; one of them had AI help, and
all is as the policy asks. Authors and dates are always the same, so that a commit's id is too.
"""

import os
import shlex
import shutil
import sys
import sysconfig
from pathlib import Path
from typing import NamedTuple

from tests.repositories import Repository

JANE = "Jane Roe <jane@example.com>"
JOE = "Joe Bloggs <joe@example.com>"
SESSION = "session:claude-code/3f0c9a4e-5f0b-4a39-9c1f-2b8a8f6f4d11"
DISCLOSED = f"Assisted-by: Claude-Code:claude-opus-5\nAI-Context: {SESSION}\n"

CODEOWNERS = "* @jane\n/docs/ @joe\n"
PEOPLE = """\
[people]
"@jane" = ["Jane Roe <jane@example.com>"]
"@joe" = ["Joe Bloggs <joe@example.com>"]
"""
BASE = {
    "README.md": "# Example\n",
    "src/app.py": 'print("hello")\n',
    "docs/index.md": "# Example\n",
    ".github/CODEOWNERS": CODEOWNERS,
    "people.toml": PEOPLE,
    "undersign.toml": 'requires = ">=0.2"\n\n[owners]\npeople = "people.toml"\n',
}
# The commands of this environment; the others are the machine's, in /usr/bin and /bin.
_OURS = {"undersign": "-I -m trailers", "python": "", "python3": "", "pre-commit": "-I -m pre_commit"}
# `uvx undersign …` runs the checkout: uvx itself would fetch what is not published yet.
_UVX = '#!/bin/sh\nif [ "$1" = --from ]; then shift 2; fi\n[ "$1" = undersign ] && exec "$@"\nexit 127\n'
_NOWHERE = "http://127.0.0.1:9"


class Sandbox(NamedTuple):
    """The folder that holds all of it, the repository in it, and what a command's environment is."""

    root: Path
    repository: Repository
    environ: dict[str, str]

    @property
    def path(self) -> Path:
        """The repository's work tree."""
        return self.repository.path

    def write(self, name: str, text: str) -> None:
        """Write a file of the work tree."""
        (self.path / name).parent.mkdir(parents=True, exist_ok=True)
        (self.path / name).write_text(text, encoding="utf-8")


def make_sandbox(root: Path) -> Sandbox:
    """A sandbox in an empty folder, its commits not made yet."""
    home = root / "home"
    home.mkdir()
    (home / ".gitconfig").write_text(
        "[user]\n\tname = Jane Roe\n\temail = jane@example.com\n"
        "[init]\n\tdefaultBranch = main\n[core]\n\teditor = false\n[advice]\n\tdetachedHead = false\n"
    )
    _write_commands(root / "bin")
    return Sandbox(root, Repository(root / "example"), _environ(root))


def example(sandbox: Sandbox) -> None:
    """Three clean commits on `topic`, after `main` and `origin/main`."""
    repository = sandbox.repository
    repository.commit("Begin\n", files=BASE, author=JANE)
    _publish(sandbox)
    repository.branch("topic")
    options = {"author": JANE, "branch": "topic"}
    repository.commit("Say what it does\n", files={"README.md": "# Example\n\nIt says hello.\n"}, **options)
    repository.commit(
        f"Read names\n\n{DISCLOSED}Approved-by: {JANE}\n",
        files={"src/app.py": 'print("hello", input())\n'},
        **options,
    )
    repository.commit("Mend the title\n", files={"docs/index.md": "# The example\n"}, **options)
    repository.git("symbolic-ref", "HEAD", "refs/heads/topic")
    repository.check_out()


def unapproved(sandbox: Sandbox) -> None:
    """The same, and one more commit with AI help, for whose change nobody has answered yet."""
    example(sandbox)
    files = {"src/app.py": 'print("hello,", input())\n'}
    sandbox.repository.commit(f"Add a comma\n\n{DISCLOSED}", files=files, author=JANE, branch="topic")
    sandbox.repository.check_out()


def _publish(sandbox: Sandbox) -> None:
    """Push `main` to a bare repository that is `origin`."""
    repository, remote = sandbox.repository, sandbox.root / "example.git"
    repository.git("clone", "-q", "--bare", ".", str(remote))
    repository.git("remote", "add", "origin", str(remote))
    repository.git("fetch", "-q", "origin")
    for branch in ("main", "topic"):
        repository.git("config", f"branch.{branch}.remote", "origin")
        repository.git("config", f"branch.{branch}.merge", "refs/heads/main")


def _write_commands(folder: Path) -> None:
    folder.mkdir()
    python = shlex.quote(sys.executable)
    made = {name: f'#!/bin/sh\nexec {python} {words} "$@"\n' for name, words in _OURS.items()}
    made["taplo"] = f'#!/bin/sh\nexec {shlex.quote(sysconfig.get_path("scripts"))}/taplo "$@"\n'
    for name, text in {**made, "uvx": _UVX}.items():
        (folder / name).write_text(text)
        (folder / name).chmod(0o755)


def _environ(root: Path) -> dict[str, str]:
    # git takes the dates where it makes a commit; who makes it is told by the home's configuration.
    return {
        "PATH": os.pathsep.join(
            [str(root / "bin"), os.path.dirname(shutil.which("git") or ""), "/usr/bin", "/bin"]
        ),
        "HOME": str(root / "home"),
        "TERM": "dumb",
        "LANG": "C.UTF-8",
        "TZ": "UTC",
        "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_TERMINAL_PROMPT": "0",
        "GIT_ALLOW_PROTOCOL": "file",
        "GIT_AUTHOR_DATE": "2026-01-02T12:00:00Z",
        "GIT_COMMITTER_DATE": "2026-01-02T12:00:00Z",
        "PIP_NO_INDEX": "1",
        "PIP_DISABLE_PIP_VERSION_CHECK": "1",
        "PIP_NO_COMPILE": "0",  # a false value turns it on
        "http_proxy": _NOWHERE,
        "https_proxy": _NOWHERE,
    }
