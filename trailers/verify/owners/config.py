"""What the policy names beside CODEOWNERS: the people, and the baseline of accepted findings."""

import os

from trailers.errors import PolicyError
from trailers.ownership.baseline import Baseline, read_baseline
from trailers.ownership.roster import Roster, parse_roster
from trailers.policy.owners import OwnersPolicy
from trailers.process import Git
from trailers.repository.listing import begin_index_files, begin_read, begin_tree_files
from trailers.typed import Callable, NamedTuple

Read = Callable[[str], bytes | None]  # a file by its path, None where there is none

_MOST = 5  # lines that a message names


class BaselineFile(NamedTuple):
    """A file of accepted findings, and what it accepts."""

    path: str
    baseline: Baseline


class Config(NamedTuple):
    """Who is known, and what is accepted; each None where the policy names no file for it."""

    roster: Roster | None = None
    accepting: BaselineFile | None = None


def config_beside(git: Git, wanted: OwnersPolicy, top: str) -> Config:
    """As the work tree has them, like the policy that names them. PolicyError where one cannot be read."""

    def read(path: str) -> bytes | None:
        return read_beside(git, top, path)

    return _config(wanted, read, read)


def config_at(git: Git, wanted: OwnersPolicy, base: str, head: str) -> Config:
    """The people of the commit `head`, and what `base` accepts: a change does not accept its own findings."""
    return _config(
        wanted, lambda path: read_at(git, head, path), lambda path: read_at(git, base, path), f" at {head}"
    )


def read_beside(git: Git, top: str, path: str) -> bytes | None:
    """A file of the work tree, as the policy's is; of the index where a sparse checkout leaves it out."""
    try:
        with open(os.path.join(top, path), "rb") as file:
            return file.read()
    except FileNotFoundError:
        tracked = begin_index_files(git, (path,))().get(path)
        return begin_read(git, tracked)() if tracked else None
    except OSError as error:
        raise PolicyError(f"{path} cannot be read: {error.strerror}") from error


def read_at(git: Git, commit: str, path: str) -> bytes | None:
    """A file as the commit has it."""
    tracked = begin_tree_files(git, commit, (path,))().get(path)
    return begin_read(git, tracked)() if tracked else None


def baseline_of(text: str, path: str) -> BaselineFile:
    """What a file accepts; PolicyError where it has lines that cannot be read."""
    baseline = read_baseline(text)
    if baseline.malformed:
        lines = ", ".join(map(str, baseline.malformed[:_MOST]))
        what = "not a rule and what it is about"
        raise PolicyError(f"{path}: {what}: line {lines}", "write it as: US304 src/legacy/")
    return BaselineFile(path, baseline)


def _config(wanted: OwnersPolicy, read_people: Read, read_accepted: Read, place: str = "") -> Config:
    """`place` follows the name of the people's file in messages."""
    people = _text(wanted.people, "people", read_people)
    accepted = _text(wanted.baseline, "baseline", read_accepted)
    return Config(
        None if people is None else parse_roster(people, wanted.people + place),
        None if accepted is None else baseline_of(accepted, wanted.baseline),
    )


def _text(path: str, key: str, read: Read) -> str | None:
    if not path:
        return None
    data = read(path)
    if data is None:
        raise PolicyError(f"owners.{key}: there is no file {path}", "write it, or take it out of the policy")
    return data.decode("utf-8", "surrogateescape")
