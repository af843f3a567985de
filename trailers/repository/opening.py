"""Open a repository: what git says of it, and whether this git is one that can be asked."""

import os

from trailers.errors import GitError
from trailers.process import Git
from trailers.typed import NamedTuple

OLDEST = (2, 30)
REMERGE = (2, 36)  # the first git with `log --remerge-diff`


class Repository(NamedTuple):
    """A repository and the git that reads it.

    `shallow` are the commits at which a shallow clone cuts its history; empty where it is whole.
    """

    git: Git
    git_directory: str
    bare: bool
    shallow: frozenset[str]
    version: tuple[int, int]


def open_repository(git: Git) -> Repository:
    """The repository around `git.directory`; GitError says why where there is none."""
    if not os.path.isdir(git.directory):
        raise GitError(f"no such directory: {git.directory}", "-C names the repository")
    version = _version(git)
    code, output, error = git.attempt(
        "rev-parse", "--absolute-git-dir", "--is-bare-repository", "--git-path", "shallow"
    )
    if code:
        raise _not_opened(git.directory, error.decode("utf-8", "replace").strip())
    # A path may hold a line feed; the last one is relative, or below the first.
    directory, bare, shallow = os.fsdecode(output).removesuffix("\n").rsplit("\n", 2)
    cuts = _shallow_commits(os.path.join(git.directory, shallow))
    return Repository(git, directory, bare == "true", cuts, version)


def _version(git: Git) -> tuple[int, int]:
    words = git.run("version").split()
    numbers = words[2].split(b".") if len(words) > 2 else []
    if len(numbers) < 2 or not (numbers[0].isdigit() and numbers[1].isdigit()):
        raise GitError(f"git's version is not understood: {words!r}", "install git 2.30 or newer")
    version = int(numbers[0]), int(numbers[1])
    if version < OLDEST:
        found = words[2].decode("ascii", "replace")
        raise GitError(f"git {found} is too old: 2.30 or newer is needed", "install git 2.30 or newer")
    return version


def _shallow_commits(path: str) -> frozenset[str]:
    try:
        with open(path, encoding="ascii") as file:
            return frozenset(file.read().split())
    except FileNotFoundError:
        return frozenset()
    except (OSError, UnicodeDecodeError) as error:
        raise GitError(f"the list of shallow commits cannot be read: {path}: {error}") from error


def _not_opened(directory: str, words: str) -> GitError:
    if "dubious ownership" in words:
        place = os.path.abspath(directory)
        remedy = f"git config --global --add safe.directory {place}"
        return GitError(f"git refuses the repository: {words.splitlines()[0]}", remedy)
    if "not a git repository" in words:
        where = os.path.abspath(directory)
        return GitError(f"not a git repository: {where}", "run it inside one, or name one with -C DIRECTORY")
    return GitError(f"the repository cannot be read: {words}")
