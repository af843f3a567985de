"""How the commits of a range are judged: by the policy and the people of its base."""

from functools import partial

from trailers.ci.request import Stage
from trailers.disclosure.disclosure import Disclosure
from trailers.disclosure.profiles import profile_named
from trailers.repository.changes import changed_paths
from trailers.repository.commit import commit_time
from trailers.repository.inverse import is_exact_revert
from trailers.repository.opening import Repository
from trailers.repository.revision import Range
from trailers.verify.base import Base
from trailers.verify.setting import Owners, Setting


def setting_of(
    repository: Repository,
    range_: Range,
    base: Base,
    stage: Stage = "merge",
    *,
    pull_request: Disclosure | None = None,
) -> Setting:
    """The setting for a range with this base. PolicyError where owners are asked for and none are said."""
    return Setting(
        policy=base.policy,
        profile=profile_named(base.policy.disclosure.profile),
        stage=stage,
        paths=lambda commit: changed_paths(repository, commit or range_.head),
        mailmap=base.mailmap,
        not_before=commit_time(repository.git, range_.base) if range_.base else 0,
        pull_request=pull_request,
        reverts=partial(is_exact_revert, repository),
        owners=_owners(repository, range_, base),
    )


def _owners(repository: Repository, range_: Range, base: Base) -> Owners | None:
    if base.policy.approver.rule != "owner":
        return None
    from trailers.verify.owners.base import owners_at

    return owners_at(repository, range_.base or range_.head, base)
