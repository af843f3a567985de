"""This clone, as git tells of it; nothing of the repository is run."""

import os

from trailers.process import Git
from trailers.repository.answer import answer_of, commit_of
from trailers.repository.opening import Repository
from trailers.typed import Mapping, MappingProxyType, NamedTuple

_BRANCHES = ("main", "master", "trunk", "develop", "default")


class Clone(NamedTuple):
    """A clone: `branch` is empty where HEAD is detached, `head` where there is no commit.

    `base` is the ref that stands for the branch that changes go to, `base_commit` its commit; both are empty
    where there is none. `config` has git's settings, names as git prints them, the last of several.
    `upstream` is that of the branch. `git_version` has two numbers.
    """

    top: str
    git_directory: str
    git_version: tuple[int, int]
    bare: bool = False
    shallow: bool = False
    partial: bool = False
    branch: str = ""
    head: str = ""
    remotes: tuple[str, ...] = ()
    upstream: str = ""
    base: str = ""
    base_commit: str = ""
    replaced: bool = False
    grafted: bool = False
    config: Mapping[str, str] = MappingProxyType({})

    @property
    def base_name(self) -> str:
        """The base as people say it: origin/main."""
        return self.base.removeprefix("refs/remotes/").removeprefix("refs/heads/")


def unwatched(git: Git) -> Git:
    """git that starts no program of the repository's: a file system monitor is one (git-config(1))."""
    return git._replace(options=(*git.options, "-c", "core.fsmonitor=false"))


def clone_of(repository: Repository, top: str) -> Clone:
    """The clone around a repository; `top` is that of its work tree, the git directory where it is bare."""
    git = repository.git
    config = _config(git)
    remotes = tuple(_lines(git, "remote"))
    base = _base(git, remotes)
    common = answer_of(git, "rev-parse", "--git-common-dir")
    grafts = os.path.join(git.directory, common, "info", "grafts")
    return Clone(
        top=top,
        git_directory=repository.git_directory,
        git_version=repository.version,
        bare=repository.bare,
        shallow=bool(repository.shallow),
        partial=any(
            name == "extensions.partialclone" or name.endswith((".promisor", ".partialclonefilter"))
            for name in config
        ),
        branch=answer_of(git, "symbolic-ref", "--quiet", "--short", "HEAD"),
        head=commit_of(git, "HEAD"),
        remotes=remotes,
        upstream=answer_of(git, "rev-parse", "--symbolic-full-name", "@{upstream}"),
        base=base,
        base_commit=commit_of(git, base) if base else "",
        replaced=bool(_lines(git, "for-each-ref", "--count=1", "refs/replace")),
        grafted=os.path.isfile(grafts) and os.path.getsize(grafts) > 0,
        config=config,
    )


def _base(git: Git, remotes: tuple[str, ...]) -> str:
    """What the remote's HEAD names, else a branch with a usual name, of a remote first."""
    usual = [name for name in ("upstream", "origin") if name in remotes]
    ordered = [*usual, *(name for name in remotes if name not in usual)]
    for remote in ordered:
        named = answer_of(git, "symbolic-ref", "--quiet", f"refs/remotes/{remote}/HEAD")
        if named and commit_of(git, named):
            return named
    places = [*(f"refs/remotes/{remote}" for remote in ordered), "refs/heads"]
    for place in places:
        for branch in _BRANCHES:
            if commit_of(git, f"{place}/{branch}"):
                return f"{place}/{branch}"
    return ""


def _config(git: Git) -> dict[str, str]:
    answer = (git.ask("config", "-z", "--list") or b"").decode("utf-8", "surrogateescape")
    entries = (entry.partition("\n") for entry in answer.split("\0") if entry)
    # A name without `=` is true (git-config(1), "Syntax").
    return {name: value if mark else "true" for name, mark, value in entries}


def _lines(git: Git, *arguments: str) -> list[str]:
    return os.fsdecode(git.ask(*arguments) or b"").splitlines()
