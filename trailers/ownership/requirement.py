"""An approval that a change needs, and what is still missing of it."""

from trailers.ownership.owner import Owner
from trailers.typed import NamedTuple

# Approvals by all owners (Mibex's `*`): more than any count that a dialect reads, and than there are people.
EVERYONE = 1_000_000_000


class Quorum(NamedTuple):
    """Some owners, and how many different people of theirs have to approve; `EVERYONE`: each of them."""

    owners: tuple[Owner, ...]
    approvals: int = 1


class Requirement(NamedTuple):
    """Approvals that some changed paths need: `approvals` different people who speak for `owners`.

    `paths` are in the order of the decision's. An optional one needs none, and says whom to ask. `section` is
    GitLab's, by name; `line` is the first in the file that asks for it. `instead` are other ways to meet it
    (Mibex's `|`).
    """

    paths: tuple[str, ...]
    owners: tuple[Owner, ...]
    approvals: int = 1
    optional: bool = False
    section: str = ""
    line: int = 0
    instead: tuple[Quorum, ...] = ()

    @property
    def ways(self) -> tuple[Quorum, ...]:
        """All ways to meet it; one is enough."""
        return (Quorum(self.owners, self.approvals), *self.instead)


class Unmet(NamedTuple):
    """A requirement that is still open, and why.

    `missing` more people are needed, at the least. `could` are those who could approve and have not: a
    handle, or an address that stands for itself. `unresolved` cannot: owners that the roster does not know,
    and people whose address it does not give. Fewer in `could` than `missing`: it cannot be met.
    """

    requirement: Requirement
    missing: int
    could: tuple[str, ...]
    unresolved: tuple[str, ...]
