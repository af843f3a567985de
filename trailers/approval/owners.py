"""Whether those who approved a change own what it changes, as the base's CODEOWNERS says."""

import os

from trailers.approval.identity import identity_of
from trailers.message.person import Person
from trailers.ownership.codeowners import CodeOwners
from trailers.ownership.dialects.dialect import Combines
from trailers.ownership.matching.decide import decide
from trailers.ownership.requirement import Unmet
from trailers.ownership.requirements import required, unmet
from trailers.ownership.roster import Roster
from trailers.repository.mailmap import Mailmap
from trailers.typed import Iterable, NamedTuple, Sequence


class Ownership(NamedTuple):
    """The base's CODEOWNERS, how its entries combine, and who the owners in it are."""

    codeowners: CodeOwners
    combines: Combines
    roster: Roster


def open_requirements(
    ownership: Ownership, paths: Sequence[str], approvers: Iterable[Person], mailmap: Mailmap
) -> tuple[Unmet, ...]:
    """What CODEOWNERS asks for a change of these paths beyond what these people's approvals give."""
    codeowners, combines, roster = ownership
    decision = decide(codeowners, sorted(set(paths), key=os.fsencode), combines)
    # A person's address as it is written, and the one that stands for it.
    given = {address for person in approvers for address in (person.email, identity_of(person, mailmap))}
    return unmet(required(codeowners, decision, combines), given, roster)
