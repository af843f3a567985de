"""The other tools: where they are, how to install them, and how to ask each for what it knows of trailers."""

import os
import shutil
from argparse import ArgumentParser, Namespace
from typing import NamedTuple

from timing import Contender

INSTALL = {
    "gitlint": "pip install gitlint",
    "commitlint": "npm install @commitlint/cli",
    "commit-check": "pip install commit-check",
    "committed": "cargo install committed",
}
_DRIVER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "commit_check_range.py")

# All rules off but the one for a sign-off.
_GITLINT = """\
[general]
ignore=T1,T2,T3,T4,T5,T6,T7,T8,B1,B2,B3,B4,B5,B6,B7,B8,M1
contrib=contrib-body-requires-signed-off-by
"""
_COMMITLINT = "export default { rules: { 'trailer-exists': [2, 'always', 'Signed-off-by:'] } };\n"
_COMMITTED = 'style = "conventional"\nsubject_capitalized = false\nimperative_subject = false\n'


class Asked(NamedTuple):
    """What the peers are asked: a range of a repository; `folder` takes their configurations."""

    repository: str
    base: str
    head: str
    folder: str


def add_peer_options(parser: ArgumentParser, *names: str) -> None:
    """An option for the path of each peer, which is looked for on PATH without it."""
    for name in names:
        parser.add_argument(f"--{name}", metavar="PATH", default=name, help=f"{INSTALL[name]}")


def peers_over(options: Namespace, asked: Asked, *names: str) -> list[Contender]:
    """The named peers that are here; it is said which are not, and how to install them."""
    found = []
    for name in names:
        program = shutil.which(getattr(options, name.replace("-", "_")))
        if program is None:
            print(f"{name} is not installed here and is left out: {INSTALL[name]}, or --{name} PATH")
        else:
            found.append(_MADE[name](program, asked))
    return found


def _gitlint(program: str, asked: Asked) -> Contender:
    config = _written(asked.folder, "gitlint.ini", _GITLINT)
    command = [program, "--config", config, "--ignore-stdin", "--commits", f"{asked.base}..{asked.head}"]
    return Contender("gitlint", command, asked.repository, "(there is a sign-off)")


def _commitlint(program: str, asked: Asked) -> Contender:
    config = _written(asked.folder, "commitlint.config.mjs", _COMMITLINT)
    command = [program, "--config", config, "--from", asked.base, "--to", asked.head]
    return Contender("commitlint", command, asked.repository, "(there is a sign-off)")


def _commit_check(program: str, asked: Asked) -> Contender:
    # Its Python stands beside it; one process a commit, as a user would have to call it, takes 40 times this.
    python = os.path.join(os.path.dirname(os.path.realpath(program)), "python")
    command = [python, _DRIVER, f"{asked.base}..{asked.head}"]
    return Contender("commit-check (its API)", command, asked.repository, "(sign-off, disclosure)")


def _committed(program: str, asked: Asked) -> Contender:
    config = _written(asked.folder, "committed.toml", _COMMITTED)
    command = [program, "--config", config, f"{asked.base}..{asked.head}"]
    return Contender("committed", command, asked.repository, "(style only: it knows no trailers)")


_MADE = {
    "gitlint": _gitlint,
    "commitlint": _commitlint,
    "commit-check": _commit_check,
    "committed": _committed,
}


def _written(folder: str, name: str, text: str) -> str:
    path = os.path.join(folder, name)
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)
    return path
