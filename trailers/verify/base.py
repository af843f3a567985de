"""What the base says: the policy and the people as they were before the change."""

from trailers.errors import GitError, PolicyError
from trailers.finding import Finding
from trailers.policy.files import (
    PolicyFile,
    digest,
    load_files,
)
from trailers.policy.policy import DEFAULT, Policy
from trailers.policy.presence import OWN_FILE, POLICY_FILES, PYPROJECT, could_hold_policy
from trailers.report import PolicySource
from trailers.repository.blob import read_blobs
from trailers.repository.mailmap import Mailmap, parse_mailmap
from trailers.repository.opening import Repository
from trailers.repository.revision import Range, find_commit, merge_base
from trailers.typed import Mapping, NamedTuple
from trailers.verify.rules import unchecked_commit

MAILMAP = ".mailmap"


class Base(NamedTuple):
    """The base's copy of everything that judges; `files` are the bytes of it, by name."""

    policy: Policy
    source: PolicySource
    mailmap: Mailmap
    files: Mapping[str, bytes]


def read_base(repository: Repository, range_: Range) -> Base:
    """Read policy and mailmap from the base, by object id; without a base, from the end itself."""
    commit = range_.base or range_.head
    place = f" at {commit}"
    files = _present(repository, commit)
    found = _load(files, place)
    mailmap = parse_mailmap(files.get(MAILMAP, b"").decode("utf-8", "surrogateescape"))
    return Base(found.policy if found else DEFAULT, _source(found, place), mailmap, files)


def _load(files: Mapping[str, bytes], place: str) -> PolicyFile | None:
    if OWN_FILE not in files and not could_hold_policy(files.get(PYPROJECT, b"")):
        return None
    from trailers.verify.registry import RULE_NAMES  # every rule of every room

    return load_files(files, RULE_NAMES, place=place)


def judge_change(
    repository: Repository, range_: Range, base: Base, parted: str | None
) -> tuple[Finding, ...]:
    """The findings about changing what judges. `parted` is where range and base parted, if that is known."""
    if range_.base is None:
        return ()
    try:
        later = _changed(repository, range_, base.files, parted)
    except GitError as error:
        return (unchecked_commit.unread(range_.head, error.message),)
    if later == base.files:
        return ()
    from trailers.policy.rules import policy_changed, policy_unreadable
    from trailers.verify.registry import RULE_NAMES

    return policy_changed.check(base.files, later) + policy_unreadable.check(base.files, later, RULE_NAMES)


def grandfathered(repository: Repository, policy: Policy) -> tuple[str, ...]:
    """The commit that is exempt with all that it reaches; PolicyError where the clone does not have it."""
    commit = policy.grandfather
    if commit is None:
        return ()
    if find_commit(repository, commit) is None:
        remedy = "git fetch --unshallow" if repository.shallow else "undersign policy show"
        raise PolicyError(f"{policy.source}: history.grandfather: there is no commit {commit} here", remedy)
    return (commit,)


def _changed(
    repository: Repository, range_: Range, base: Mapping[str, bytes], parted: str | None
) -> Mapping[str, bytes]:
    """The files at the end of the range; those that only the base has changed since they parted, as there."""
    later = _present(repository, range_.head)
    if later == base:
        return later
    assert range_.base is not None
    parted = parted or merge_base(repository, range_.base, range_.head)
    if parted in (None, range_.base):
        return later
    before = _present(repository, parted)
    names = {
        name: base.get(name) if later.get(name) == before.get(name) else later.get(name)
        for name in (*POLICY_FILES, MAILMAP)
    }
    return {name: data for name, data in names.items() if data is not None}


def _present(repository: Repository, commit: str) -> Mapping[str, bytes]:
    files = read_blobs(repository, commit, (*POLICY_FILES, MAILMAP))
    return {name: data for name, data in files.items() if data is not None}


def _source(found: PolicyFile | None, place: str) -> PolicySource:
    if found is None:
        return PolicySource(f"the defaults (no policy{place})", None)
    return PolicySource(found.name + place, digest(found.data), found.name)
