"""The proof that an edit of CODEOWNERS changes nobody's ownership: path by path."""

from trailers.ownership.codeowners import CodeOwners
from trailers.ownership.decision import Decision
from trailers.ownership.dialects.dialect import Combines
from trailers.ownership.matching.decide import decide
from trailers.typed import Iterator, Sequence

# Who owns a path: for each deciding entry its section's name and count, and its owners in any order.
Ownership = frozenset[tuple[str, int, frozenset[str]]]


def same_owners(
    before: CodeOwners, after: CodeOwners, paths: Sequence[str], combines: Combines
) -> tuple[str, ...]:
    """The paths whose owners differ, in their order; empty: no path changes hands.

    `paths` are all tracked ones, sorted by their bytes. A path that nobody owns is told from one whose
    owners were cleared. Other checks or groups (Mibex) make all paths differ.
    """
    if asks(before) != asks(after):
        return tuple(paths)
    decided = (decide(before, paths, combines), decide(after, paths, combines))
    return tuple(paths[at] for at in differing(before, after, *decided))


def differing(
    before: CodeOwners, after: CodeOwners, decided_before: Decision, decided_after: Decision
) -> Iterator[int]:
    """The places of the paths whose owners differ, both decisions being of the same paths."""
    equal: dict[tuple[tuple[int, ...], tuple[int, ...]], bool] = {}
    pairs = zip(decided_before.deciding, decided_after.deciding, strict=True)
    for at, pair in enumerate(pairs):
        same = equal.get(pair)
        if same is None:
            same = equal[pair] = _ownership(before, pair[0]) == _ownership(after, pair[1])
        if not same:
            yield at


def asks(codeowners: CodeOwners) -> object:
    """What a file says beyond its entries, in a form to compare."""
    checks = frozenset(check.any_of for check in codeowners.checks)
    return checks, dict(codeowners.groups)


def _ownership(codeowners: CodeOwners, deciding: tuple[int, ...]) -> Ownership:
    entries = [codeowners.entries[place] for place in deciding]
    sections = [codeowners.sections[entry.section] for entry in entries]
    return frozenset(
        (section.name.lower(), section.approvals, frozenset(owner.text for owner in entry.owners))
        for section, entry in zip(sections, entries, strict=True)
    )
