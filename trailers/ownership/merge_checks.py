"""What Mibex's merge checks and groups make of the requirements of a file.

https://docs.mibexsoftware.com/codeowners/merge-checks. A check is active where a group of it owns a changed
path; of an active one, groups that own none are left out. It takes the place of the requirements of those
who own by such a group; the others stay, so that no owned path goes without an approval.
"""

import os

from trailers.ownership.codeowners import Check
from trailers.ownership.handle import folded
from trailers.ownership.owner import Owner
from trailers.ownership.requirement import Quorum, Requirement
from trailers.typed import Iterable, Iterator, Mapping, Sequence

OVERALL = ""  # the group of `OverallCheck(2)`: all owners of the change

Groups = Mapping[str, tuple[Owner, ...]]


def checked(needs: Sequence[Requirement], checks: Iterable[Check], groups: Groups) -> list[Requirement]:
    """The requirements with the active checks, and with the members of groups that the file defines."""
    folded_groups = {_group(name): members for name, members in groups.items()}
    asked = _with_checks(checks, needs, folded_groups)
    return [_with_members(need, folded_groups) for need in asked]


def _with_checks(
    checks: Iterable[Check], needs: Sequence[Requirement], groups: Groups
) -> Iterator[Requirement]:
    """The active checks, and those requirements of which no check speaks."""
    owning: dict[str, list[int]] = {OVERALL: list(range(len(needs)))}
    for at, need in enumerate(needs):
        for name in _groups_among(need.owners, groups):
            owning.setdefault(name, []).append(at)
    spoken_of: set[int] = set()
    for check in checks:
        active = [(name, count) for name, count in check.any_of if owning.get(_group(name))]
        about = {at for name, _ in active for at in owning[_group(name)]}
        spoken_of.update(about)
        if about:
            yield _check_requirement(check.line, active, [needs[at] for at in sorted(about)])
    yield from (need for at, need in enumerate(needs) if at not in spoken_of)


def _check_requirement(
    line: int, active: Iterable[tuple[str, int]], about: Sequence[Requirement]
) -> Requirement:
    """A check as a requirement: its active groups with their counts, and what they own by."""
    everybody = tuple(dict.fromkeys(owner for need in about for owner in need.owners))
    first, *instead = (
        Quorum((_group_owner(name),) if _group(name) else everybody, count) for name, count in active
    )
    paths = sorted({path for need in about for path in need.paths}, key=os.fsencode)
    return Requirement(tuple(paths), *first, line=line, instead=tuple(instead))


def _with_members(need: Requirement, groups: Groups) -> Requirement:
    """The requirement with the members of the groups that the file itself defines."""
    first, *instead = (Quorum(_members(owners, groups), count) for owners, count in need.ways)
    return need._replace(owners=first.owners, instead=tuple(instead))


def _members(owners: tuple[Owner, ...], groups: Groups) -> tuple[Owner, ...]:
    """The owners, each defined group replaced by its members; one that comes to nothing stays itself."""
    found: dict[Owner, None] = {}
    for owner, members in _walk(owners, groups):
        if not members:
            found[owner] = None
    return tuple(found) or owners


def _groups_among(owners: tuple[Owner, ...], groups: Groups) -> frozenset[str]:
    """The names of all groups among the owners, and of those within them."""
    return frozenset(_group(owner.text) for owner, _ in _walk(owners, groups) if owner.kind == "group")


def _walk(owners: tuple[Owner, ...], groups: Groups) -> Iterator[tuple[Owner, tuple[Owner, ...]]]:
    """Each owner with its members, and each of these; once, so that a circle of groups ends."""
    seen: set[Owner] = set()
    waiting = list(reversed(owners))
    while waiting:
        owner = waiting.pop()
        if owner not in seen:
            seen.add(owner)
            members = groups.get(_group(owner.text), ()) if owner.kind == "group" else ()
            waiting += reversed(members)
            yield owner, members


def _group_owner(name: str) -> Owner:
    """The group as an entry would name it: `@@Devs`, `@@"Dev Ops"`."""
    bare = name.lstrip("@").strip('"')
    return Owner(f'@@"{bare}"' if " " in bare else f"@@{bare}", "group")


def _group(name: str) -> str:
    """A group's name as it is compared: `@@"Dev Ops"` and `dev ops` are one."""
    return folded(name.lstrip("@").strip('"'))
