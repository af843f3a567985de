"""The policy in the work tree, in HEAD, and at the base; or why there it cannot be read."""

from trailers.adoption.diagnosis.clone import Clone
from trailers.errors import GitError, UndersignError
from trailers.policy.files import PolicyFile, load_files
from trailers.policy.policy import DEFAULT, Policy
from trailers.policy.presence import OWN_FILE, POLICY_FILES
from trailers.policy.work_tree import policy_file_at
from trailers.repository.blob import read_blobs
from trailers.repository.opening import Repository
from trailers.typed import Callable, NamedTuple
from trailers.verify.registry import RULE_NAMES


class PolicyRead(NamedTuple):
    """A policy with its file, or the error and its remedy; all empty where there is none.

    `lacking`: the error is the clone's, which does not have the file, and not the policy's.
    """

    file: PolicyFile | None = None
    error: str = ""
    remedy: str = ""
    lacking: bool = False

    @property
    def is_ours(self) -> bool:
        """Whether there is a policy, right or wrong; a lacking pyproject.toml is mostly somebody else's."""
        return bool(self.file or (self.error and (not self.lacking or OWN_FILE in self.error)))

    @property
    def data(self) -> bytes | None:
        """The bytes of the file."""
        return self.file.data if self.file else None


class PolicySeen(NamedTuple):
    """The three copies."""

    here: PolicyRead
    committed: PolicyRead
    base: PolicyRead

    @property
    def policy(self) -> Policy:
        """The one that judges; before it is there, the one that will."""
        for read in (self.base, self.committed, self.here):
            if read.file:
                return read.file.policy
        return DEFAULT


def policy_seen(repository: Repository, clone: Clone) -> PolicySeen:
    """Read all three; a bare repository has no work tree, and its HEAD stands for it."""

    def at(commit: str) -> PolicyRead:
        return _read(lambda: _stored(repository, commit)) if commit else PolicyRead()

    committed = at(clone.head)
    here = committed if clone.bare else _read(lambda: policy_file_at(clone.top, RULE_NAMES))
    return PolicySeen(here, committed, at(clone.base_commit))


def _stored(repository: Repository, commit: str) -> PolicyFile | None:
    blobs = read_blobs(repository, commit, POLICY_FILES)
    files = {name: data for name, data in blobs.items() if data is not None}
    return load_files(files, RULE_NAMES, place=f" at {commit[:12]}")


def _read(load: Callable[[], PolicyFile | None]) -> PolicyRead:
    try:
        return PolicyRead(load())
    except UndersignError as error:
        return PolicyRead(None, error.message, error.remedy, isinstance(error, GitError))
