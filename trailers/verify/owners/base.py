"""Who owned what at the base: CODEOWNERS and the people in it, for the approver rule `owner`."""

from trailers.approval.owners import Ownership, open_requirements
from trailers.errors import PolicyError
from trailers.message.person import Person
from trailers.ownership.requirement import Unmet
from trailers.ownership.roster import EMPTY
from trailers.policy.policy import Policy
from trailers.process import Git
from trailers.repository.changes import changed_paths
from trailers.repository.opening import Repository
from trailers.typed import Sequence
from trailers.verify.base import Base
from trailers.verify.owners.config import config_at
from trailers.verify.owners.found import begin_codeowners, found_at, parsed
from trailers.verify.setting import Owners


def owners_at(repository: Repository, commit: str, base: Base) -> Owners:
    """What the owners at `commit` have still to approve, of any commit. PolicyError where none are said."""
    ownership = read_ownership(repository.git, commit, base.policy)

    def still_open(changed: str, approvers: Sequence[Person]) -> tuple[Unmet, ...]:
        paths = changed_paths(repository, changed)
        return open_requirements(ownership, paths, approvers, base.mailmap)

    return still_open


def read_ownership(git: Git, commit: str, policy: Policy) -> Ownership:
    """The owners as a commit's own files say. PolicyError where there is no file of those that say it."""
    wanted = policy.owners._replace(baseline="")
    found = found_at(git, commit, wanted)
    codeowners = parsed(found, begin_codeowners(git, found)())
    if codeowners is None:
        why = f"approver.rule: there is no CODEOWNERS file at {commit}; looked at {found.where}"
        raise PolicyError(f"{policy.source}: {why}", 'commit one to the base, or: rule = "other"')
    roster = config_at(git, wanted, commit, commit).roster
    return Ownership(codeowners, found.dialect.combines, roster or EMPTY)
