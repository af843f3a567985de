"""Coverage figures: how many files have owners, whose they are, and in which directories."""

from collections import Counter

from trailers.ownership.codeowners import CodeOwners
from trailers.ownership.decision import Decision
from trailers.ownership.handle import folded
from trailers.ownership.owner import Owner
from trailers.typed import Iterable, Iterator, Mapping, NamedTuple

DEEPEST = 64  # levels that have figures of their own; what lies deeper counts for the directory there
MOST = 5  # owners that are named for a directory
WIDEST = 20  # owners of one file that count for its directory, so that one endless line costs no minutes

# The owners of a file, each once. Empty: cleared by an entry without owners. None: no entry decides.
Owners = tuple[str, ...] | None
Counts = dict[Owners, int]  # files by their owners


class Share(NamedTuple):
    """How many files somebody owns, and how many of these nobody else owns."""

    owner: str
    files: int
    alone: int


class Area(NamedTuple):
    """Some files, counted: `files` = `owned` + `cleared` + `unowned`; `owners` has the most frequent ones.

    `cleared` are decided by an entry without owners, on purpose; `unowned` by no entry at all.
    """

    files: int
    owned: int
    cleared: int
    unowned: int
    owners: tuple[Share, ...]


class Directory(NamedTuple):
    """A directory: all files below it, those directly in it, and the places of its own directories."""

    path: str
    total: Area
    here: Area
    inside: tuple[int, ...]


class Coverage(NamedTuple):
    """The figures of a repository by one CODEOWNERS file.

    `owners` has everybody whom an entry names, also who owns no file, most files first. `directories`
    starts with the top one, "", and goes on in the order of a walk: by the bytes of names, inner ones
    right after theirs.
    """

    path: str
    dialect: str
    total: Area
    owners: tuple[Share, ...]
    directories: tuple[Directory, ...]


def measure(codeowners: CodeOwners, decision: Decision, excluded: Iterable[int] = ()) -> Coverage:
    """The figures, in time that grows with the length of all paths.

    `excluded` are the places of paths that exclusions take out of their section (GitLab): where no other
    section decides about one, it is cleared and not unowned, as US304 has it (`rules.exclusions.taken_out`).
    An owner has one name: forges do not tell `@Jane` from `@jane`, so the first spelling stands for both;
    how many of a team Bitbucket asks (`@team:random(2)`) is no part of it.
    """
    spelling = _spelling(codeowners)
    directories = (path.rpartition("/")[0] for path in decision.paths)
    counted = Counter(zip(directories, decision.deciding, strict=True))
    owners = {places: _owners(codeowners, places, spelling) for places in {places for _, places in counted}}
    here: dict[str, Counts] = {"": {}}
    for (directory, places), files in counted.items():
        _add(here.setdefault(_not_too_deep(directory), {}), {owners[places]: files})
    for place in excluded:
        if not decision.deciding[place]:
            directory = decision.paths[place].rpartition("/")[0]
            _add(here[_not_too_deep(directory)], {None: -1, (): 1})
    everything: Counts = {}
    for counts in here.values():
        _add(everything, counts)
    shares = _shares(everything, dict.fromkeys(spelling.values(), 0))
    total = _area(everything, shares[:MOST])
    return Coverage(codeowners.path, codeowners.dialect, total, shares, _walk(here))


def _add(counts: Counts, more: Counts) -> None:
    for owners, files in more.items():
        counts[owners] = counts.get(owners, 0) + files


def _spelling(codeowners: CodeOwners) -> dict[str, str]:
    """The first spelling of each owner, by the folded one."""
    spelling: dict[str, str] = {}
    for entry in codeowners.entries:
        for owner in entry.owners:
            if owner.kind != "other":
                name = _name(owner)
                spelling.setdefault(folded(name), name)
    return spelling


def _owners(codeowners: CodeOwners, places: tuple[int, ...], spelling: Mapping[str, str]) -> Owners:
    if not places:
        return None
    found = (folded(_name(owner)) for place in places for owner in codeowners.entries[place].owners)
    return tuple(dict.fromkeys(spelling[name] for name in found if name in spelling))


def _name(owner: Owner) -> str:
    return owner.text.partition(":")[0] if owner.kind == "team" else owner.text


def _not_too_deep(directory: str) -> str:
    if directory.count("/") < DEEPEST:
        return directory
    return "/".join(directory.split("/", DEEPEST)[:DEEPEST])


def _walk(counts: dict[str, Counts]) -> tuple[Directory, ...]:
    """Every directory that has files in or below it; the counts of each grow by those of its own."""
    for path in list(counts):
        for above in _above(path):
            if above in counts:
                break
            counts[above] = {}
    order = sorted(counts, key=_as_walked)
    place = {path: index for index, path in enumerate(order)}
    inside: dict[str, list[int]] = {}
    here: dict[str, Area] = {}
    found: list[Directory] = []
    for path in reversed(order):  # the inner ones first
        area = _figures(counts[path])
        places = tuple(reversed(inside.pop(path, ())))
        found.append(Directory(path, area, here.pop(path, area), places))
        if path:
            above = path.rpartition("/")[0]
            if above not in inside:
                inside[above], here[above] = [], _figures(counts[above])
            inside[above].append(place[path])
            _add(counts[above], counts.pop(path))
    return tuple(reversed(found))


def _above(path: str) -> Iterator[str]:
    while path:
        path = path.rpartition("/")[0]
        yield path


def _as_walked(path: str) -> bytes:
    # No name has a NUL, and nothing is less: "a", "a/b", "a-b".
    return path.encode("utf-8", "surrogateescape").replace(b"/", b"\0")


def _figures(counts: Counts) -> Area:
    return _area(counts, _shares(counts, {}, MOST))


def _area(counts: Counts, owners: tuple[Share, ...]) -> Area:
    files, unowned, cleared = sum(counts.values()), counts.get(None, 0), counts.get((), 0)
    return Area(files, files - unowned - cleared, cleared, unowned, owners)


def _shares(counts: Counts, named: dict[str, int], most: int | None = None) -> tuple[Share, ...]:
    """Everybody in it, or the most frequent ones: most files first; then by name."""
    files = dict(named)
    widest = WIDEST if most else None
    for owners, count in counts.items():
        for owner in (owners or ())[:widest]:
            files[owner] = files.get(owner, 0) + count
    first = sorted(files, key=lambda owner: (-files[owner], owner))[:most]
    return tuple([Share(owner, files[owner], counts.get((owner,), 0)) for owner in first])
