"""How it is judged: the policy, the stage, and what the base knows of people."""

from trailers.ci.request import Stage
from trailers.disclosure.disclosure import Disclosure
from trailers.disclosure.profile import Profile
from trailers.disclosure.vocabulary import Keys
from trailers.message.person import Person
from trailers.policy.policy import Policy
from trailers.repository.mailmap import EMPTY, Mailmap
from trailers.typed import TYPE_CHECKING, Callable, NamedTuple, Sequence

if TYPE_CHECKING:
    from trailers.ownership.requirement import Unmet

Paths = Callable[[str | None], tuple[str, ...]]
Reverts = Callable[[str, str], bool]
Owners = Callable[[str, Sequence[Person]], "tuple[Unmet, ...]"]


def _reverts_nothing(_commit: str, _text: str) -> bool:
    return False


class Setting(NamedTuple):
    """What is the same for every message of a run.

    `paths` gives the paths that a commit changes (None: the message about to be committed); it is
    asked only where a model is allowed for some paths. `not_before` is the base's time in seconds
    since 1970: a commit dates itself, so no date counts that is older. `pull_request` is the block
    of a pull request's text, where one was given. `reverts` tells of a commit and its message whether it
    is the exact inverse of a commit that it names. `owners` tells which approvals by owners a commit still
    needs when these people have approved it; None where the policy does not ask, or no base is known.
    """

    policy: Policy
    profile: Profile
    stage: Stage
    paths: Paths
    mailmap: Mailmap = EMPTY
    not_before: int = 0
    pull_request: Disclosure | None = None
    reverts: Reverts = _reverts_nothing
    owners: Owners | None = None

    @property
    def keys(self) -> Keys:
        """The keys that are read: the policy's, the profile's own where the policy leaves the default."""
        return self.profile.keys_with(self.policy.disclosure.keys)
