"""Who owned what at the base: CODEOWNERS and the people in it, for the approver rule `owner`."""

from collections.abc import Sequence

from trailers.approval.owners import Ownership, open_requirements
from trailers.errors import PolicyError
from trailers.message.person import Person
from trailers.ownership.dialects.registry import PLACES, dialect_at, dialect_named
from trailers.ownership.requirement import Unmet
from trailers.ownership.roster import EMPTY, Roster, parse_roster
from trailers.policy.policy import Policy
from trailers.repository.blob import read_first
from trailers.repository.changes import changed_paths
from trailers.repository.opening import Repository
from trailers.verify.base import Base
from trailers.verify.setting import Owners


def owners_at(repository: Repository, commit: str, base: Base) -> Owners:
    """What the owners at `commit` have still to approve, of any commit. PolicyError where none are said."""
    ownership = read_ownership(repository, commit, base.policy)

    def still_open(changed: str, approvers: Sequence[Person]) -> tuple[Unmet, ...]:
        paths = changed_paths(repository, changed)
        return open_requirements(ownership, paths, approvers, base.mailmap)

    return still_open


def read_ownership(repository: Repository, commit: str, policy: Policy) -> Ownership:
    """The owners as a commit's own files say. PolicyError where there is no file of those that say it."""
    asked = policy.owners
    dialect = dialect_named(asked.dialect) if asked.dialect else None
    places = (asked.file,) if asked.file else dialect.places if dialect else PLACES
    found = read_first(repository, commit, places)
    if found is None:
        why = f"approver.rule: there is no CODEOWNERS file at {commit}; looked at {', '.join(places)}"
        raise PolicyError(f"{policy.source}: {why}", 'commit one to the base, or: rule = "other"')
    path, data = found
    dialect = dialect or dialect_at(path)
    codeowners = dialect.parse(data.decode("utf-8", "surrogateescape"), path)
    return Ownership(codeowners, dialect.combines, _roster(repository, commit, policy))


def _roster(repository: Repository, commit: str, policy: Policy) -> Roster:
    path = policy.owners.people
    if not path:
        return EMPTY
    found = read_first(repository, commit, (path,))
    if found is None:
        raise PolicyError(f"{policy.source}: owners.people: there is no file {path} at {commit}")
    return parse_roster(found[1].decode("utf-8", "surrogateescape"), f"{path} at {commit}")
