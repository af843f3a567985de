"""The files that can hold a policy, and the one that does."""

from trailers.errors import PolicyError
from trailers.policy.policy import Policy, RuleNames
from trailers.policy.presence import OWN_FILE, POLICY_FILES, PYPROJECT, could_hold_policy
from trailers.typed import TYPE_CHECKING, Iterator, Mapping, NamedTuple

if TYPE_CHECKING:
    from trailers.policy.loading import Examined

TWO_POLICIES = f"there are two policies: {OWN_FILE}, and [tool.undersign] in {PYPROJECT}"


class PolicyFile(NamedTuple):
    """A policy with the file that holds it: its name, and its bytes."""

    policy: Policy
    name: str
    data: bytes


def load_files(
    files: Mapping[str, bytes], rules: RuleNames | None = None, *, place: str = ""
) -> PolicyFile | None:
    """The policy among the files of one tree, by name; None where they hold none.

    `place` follows a file's name in messages: " at 3f0c9a4e". PolicyError where one is wrong, and where
    both hold a policy, since neither could be told to be meant.
    """
    found = []
    for name, examined in examine_files(files, rules, place=place):
        examined.raise_mistakes(name + place)
        if examined.policy is not None:
            found.append(PolicyFile(examined.policy, name, files[name]))
    if len(found) > 1:
        raise PolicyError(f"{TWO_POLICIES}{place}", "keep one of them")
    return found[0] if found else None


def examine_files(
    files: Mapping[str, bytes], rules: RuleNames | None = None, *, place: str = ""
) -> Iterator[tuple[str, "Examined"]]:
    """What each file that can hold a policy holds, with the mistakes as values."""
    for name in POLICY_FILES:
        data = files.get(name)
        if data is not None and (name == OWN_FILE or could_hold_policy(data)):
            # 3 ms, and tomli 9, that a project without a policy does not pay
            from trailers.policy.loading import PYPROJECT_TABLE, examine_bytes

            within = () if name == OWN_FILE else PYPROJECT_TABLE
            yield name, examine_bytes(data, name + place, rules, within=within)


def digest(data: bytes) -> str:
    """The SHA-256 of a policy's file, by which a report names the policy that judged."""
    import hashlib  # a hook makes no report

    return hashlib.sha256(data).hexdigest()
