"""What git and this machine say for `undersign init`: what is exempt, and how the next commands go."""

import os
import sys
from shlex import quote
from shutil import which

from trailers.adoption.facts.facts import Facts
from trailers.adoption.facts.hook_manager import PRE_COMMIT
from trailers.adoption.starting.elsewhere import ruled_by
from trailers.adoption.starting.following import BRANCH, Setting
from trailers.process import Git
from trailers.repository.answer import answer_of, commit_of


def exempt_commit(git: Git, default_branch: str) -> str:
    """The tip of the default branch at the remote, else of what is checked out; empty where there is none."""
    for name in (f"refs/remotes/{base}" for base in _remote_branches(git, default_branch)):
        if found := commit_of(git, name):
            return found
    return commit_of(git, "HEAD")


def setting_of(git: Git, top: str, facts: Facts, here: str) -> Setting:
    """How the next commands are called in the folder `here`."""
    current = answer_of(git, "symbolic-ref", "--quiet", "--short", "HEAD")
    head = commit_of(git, "HEAD")
    default = facts.default_branch
    known = [name for name in _remote_branches(git, default) if _is_there(git, f"refs/remotes/{name}")]
    local = [default] if default and _is_there(git, f"refs/heads/{default}") else []
    base = next(iter([*known, *local]), head[:12]) if head else ""
    runner = next((name for name in ("pre-commit", "prek") if which(name)), "")
    return Setting(
        undersign="undersign" if which("undersign") else f"{quote(sys.executable)} -I -m trailers",
        folder="" if os.path.realpath(here) == os.path.realpath(top) else top,
        base=base,
        new_branch=bool(head) and current in ("", default) and not _is_there(git, f"refs/heads/{BRANCH}"),
        remote=known[0].split("/")[0] if known else "",
        pre_commit=runner,
        hooks=os.path.lexists(os.path.join(top, PRE_COMMIT)) and not ruled_by(facts),
        messages=_messages(git),
    )


def _is_there(git: Git, name: str) -> bool:
    return bool(git.ask("rev-parse", "--verify", "--quiet", name))


def _messages(git: Git) -> tuple[str, ...]:
    """Those of the last commits that are no merges."""
    output = git.ask("log", "-z", "-n", "40", "--no-merges", "--no-show-signature", "--format=%B") or b""
    return tuple(filter(None, output.decode("utf-8", "replace").split("\0")))


def _remote_branches(git: Git, default_branch: str) -> list[str]:
    remotes = answer_of(git, "remote").split("\n")
    ordered = sorted(filter(None, remotes), key=lambda name: (name != "origin", name))
    return [f"{name}/{default_branch}" for name in ordered] if default_branch else []
