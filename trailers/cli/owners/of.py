"""What `undersign owners of` does: who owns the paths that were typed."""

import os
import posixpath

from trailers.cli.console import git_in, write_output
from trailers.errors import PolicyError, UsageError
from trailers.output.owned import Deciding, renderer
from trailers.ownership.codeowners import CodeOwners
from trailers.ownership.dialects.dialect import Dialect
from trailers.ownership.dialects.registry import PLACES, dialect_at, dialect_named
from trailers.ownership.matching.decide import decide
from trailers.policy.policy import Policy
from trailers.policy.work_tree import policy_at
from trailers.process import Git
from trailers.repository.listing import begin_index_files, index_paths
from trailers.repository.top import top_of
from trailers.typed import Iterator, NamedTuple, Sequence
from trailers.verify.owners.found import (
    Found,
    begin_codeowners,
    found_among,
    parsed,
    places_for,
    with_options,
)


class Asked(NamedTuple):
    """Which file to ask: with `file` one of the file system, which needs no repository; else the index's."""

    directory: str = "."
    file: str = ""
    dialect: str = ""
    why: bool = False


def tell_owners(asked: Asked, paths: Sequence[str], format_: str = "text") -> int:
    """Print who owns each path. Paths begin at the directory, as for git; with a file, at the top."""
    render = renderer(format_)
    if not paths:
        raise UsageError("no path is given", "undersign owners of PATH..., or --stdin")
    if asked.file:
        file, dialect = read_file(asked.file, asked.dialect)
        names = [_plain(path) for path in paths]
    else:
        git = git_in(asked.directory)
        file, dialect = read_index(git, asked.dialect)
        names = list(_from_top(git, paths))
    write_output(render(file, _deciding(file, dialect, names), asked.why), "")
    return 0


def read_paths(data: bytes) -> list[str]:
    """The paths on standard input: ended by NUL where there is one, else a line each."""
    end = b"\0" if b"\0" in data else b"\n"
    return [os.fsdecode(path) for path in data.split(end) if path]


def read_file(path: str, dialect: str) -> tuple[CodeOwners, Dialect]:
    """A CODEOWNERS file of the file system; its folder tells the dialect where none is typed."""
    place = next((one for one in PLACES if f"/{path}".endswith(f"/{one}")), path)
    spoken = dialect_named(dialect) if dialect else dialect_at(place)
    try:
        with open(path, encoding="utf-8", errors="surrogateescape", newline="") as file:
            return spoken.parse(file.read(), path), spoken
    except OSError as error:
        raise UsageError(f"{path} cannot be read: {error.strerror}", "--file CODEOWNERS") from error


def read_index(git: Git, dialect: str, file: str = "") -> tuple[CodeOwners, Dialect]:
    """The CODEOWNERS file of the index, where the policy says; PolicyError where there is none."""
    found = find_in_index(git, policy_at(top_of(git)), dialect, file)
    codeowners = parsed(found, begin_codeowners(git, found)())
    assert codeowners
    return codeowners, found.dialect


def find_in_index(git: Git, policy: Policy, dialect: str, file: str = "") -> Found:
    """Which file of the index counts; PolicyError where there is none."""
    wanted = with_options(policy.owners, file, dialect)
    found = found_among(begin_index_files(git, places_for(wanted))(), wanted)
    if found.tracked is None or found.no_file:
        remedy = "write one, and then: git add " + found.looked[0]
        raise PolicyError(f"no CODEOWNERS file: looked for {found.where}", remedy)
    return found


def _deciding(file: CodeOwners, dialect: Dialect, names: Sequence[str]) -> Deciding:
    ordered = sorted(set(names), key=os.fsencode)
    decision = decide(file, ordered, dialect.combines)
    found = dict(zip(ordered, decision.deciding, strict=True))
    return [(name, [file.entries[place] for place in found[name]]) for name in names]


def _plain(path: str) -> str:
    name = posixpath.normpath(path).lstrip("/")
    if name in ("", ".") or name.startswith("../"):
        raise UsageError(
            f"{path!r} is no path below the top of a repository", "undersign owners of src/main.py"
        )
    return name


def _from_top(git: Git, paths: Sequence[str]) -> Iterator[str]:
    """The paths from the top of the work tree; for a directory, what is tracked below it."""
    here, top = os.path.realpath(git.directory), os.path.realpath(top_of(git))
    directories = any(_is_directory(here, path) for path in paths)
    tracked = index_paths(git) if directories else []
    for path in paths:
        name = os.path.relpath(os.path.join(here, path), top)
        if name.startswith("../") or name == "..":
            raise UsageError(f"{path!r} is outside of the work tree {top}")
        below = "" if name == "." else f"{name}/"
        # A submodule is a directory on disk, and a path to git.
        inside = [] if name in tracked else [one for one in tracked if one.startswith(below)]
        yield from inside if inside and _is_directory(here, path) else [name]


def _is_directory(here: str, path: str) -> bool:
    return path.endswith("/") or os.path.isdir(os.path.join(here, path))
