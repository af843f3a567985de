"""Which CODEOWNERS file counts: the first of the places where its forge looks."""

import os

from trailers.ownership.codeowners import CodeOwners
from trailers.ownership.dialects.dialect import Dialect
from trailers.ownership.dialects.registry import PLACES, dialect_at, dialect_named
from trailers.policy.owners import OwnersPolicy
from trailers.process import Git
from trailers.repository.listing import LINK, Tracked, begin_read, begin_tree_files
from trailers.typed import Callable, Iterable, Mapping, NamedTuple

SUBMODULE = "160000"
_NO_FILES = {LINK: "a symbolic link", SUBMODULE: "a submodule"}

# With one of these, a pattern may not be a plain path in some dialect.
_SPECIAL = ("*", "?", "[", "]", "{", "}", "\\", "!", '"', "#", "\t", "//", "./")


class Found(NamedTuple):
    """The first of the places that has something, None where none has; the others that have something too."""

    tracked: Tracked | None
    dialect: Dialect
    looked: tuple[str, ...]
    others: tuple[str, ...]

    @property
    def no_file(self) -> str:
        """What stands there in the place of a file, if something does."""
        return _NO_FILES.get(self.tracked.mode, "") if self.tracked else ""

    @property
    def where(self) -> str:
        """Where it was looked for, and what stands there that is no file."""
        link = f"; {self.tracked.path} is {self.no_file}" if self.tracked else ""
        return ", ".join(self.looked) + link


def with_options(wanted: OwnersPolicy, file: str, dialect: str) -> OwnersPolicy:
    """The policy's table with what was typed; the policy's dialect is that of its own file."""
    if file:
        wanted = wanted._replace(file=file, dialect="")
    return wanted._replace(dialect=dialect) if dialect else wanted


def places_for(wanted: OwnersPolicy) -> tuple[str, ...]:
    """Where to look for the file, first found first."""
    if wanted.file:
        return (os.path.normpath(wanted.file).lstrip("/"),)
    return dialect_named(wanted.dialect).places if wanted.dialect else PLACES


def found_among(files: Mapping[str, Tracked], wanted: OwnersPolicy) -> Found:
    """The file that counts among those that are tracked at the places."""
    places = places_for(wanted)
    first, *others = [path for path in places if path in files] or [""]
    dialect = dialect_named(wanted.dialect) if wanted.dialect else dialect_at(first or places[0])
    return Found(files.get(first), dialect, places, tuple(others))


def found_at(git: Git, commit: str, wanted: OwnersPolicy) -> Found:
    """The file that counts in a commit."""
    return found_among(begin_tree_files(git, commit, places_for(wanted))(), wanted)


def begin_codeowners(
    git: Git, found: Found, contents: Mapping[str, bytes] | None = None
) -> Callable[[], bytes]:
    """The bytes of the file; none where there is no file that a forge would read.

    `contents` are some that are read already, by their ids.
    """
    if found.tracked is None or found.no_file:
        return bytes
    data = (contents or {}).get(found.tracked.id)
    return begin_read(git, found.tracked) if data is None else lambda: data


def parsed(found: Found, data: bytes, paths: Iterable[str] | None = None) -> CodeOwners | None:
    """The file as its dialect reads it; None where there is none that a forge would read.

    With `paths`, only as far as it can be about these: enough for who owns them, and for nothing else.
    """
    if found.tracked is None or found.no_file:
        return None
    text = data.decode("utf-8", "surrogateescape")
    if paths is not None and found.dialect.combines != "union":  # its patterns are regular expressions
        text = _about(text, paths)
    return found.dialect.parse(text, found.tracked.path)


def _about(text: str, paths: Iterable[str]) -> str:
    """The text without the plain paths in it that none of these paths is, or is below: empty lines stay.

    Wherever patterns are globs, one that begins with a slash is tied to the top. In a large file nearly
    every line is such a one, and to pass over it takes a tenth of the time that it takes to read it.
    """
    special = [one for one in _SPECIAL if one in text]
    around = _around(paths)
    lines = text.split("\n")
    for place, line in enumerate(lines):
        if line[:1] == "/":
            pattern = line.partition(" ")[0]
            if pattern.strip("/\r") not in around and not any(one in pattern for one in special):
                lines[place] = ""
    return "\n".join(lines)


def _around(paths: Iterable[str]) -> set[str]:
    """The paths, and every directory that one of them is in."""
    around = {""}
    for path in paths:
        end = len(path)
        while end > 0 and path[:end] not in around:
            around.add(path[:end])
            end = path.rfind("/", 0, end)
    return around
