"""Files that the policy names and that are not there, and a commit that this clone does not have."""

from trailers.adoption.diagnosis.diagnosis import Diagnosis
from trailers.adoption.diagnosis.seen import Seen
from trailers.typed import Iterator


def check(seen: Seen) -> Iterator[Diagnosis]:
    """Each key with its file."""
    policy = seen.policy
    named = {
        "owners.file": policy.owners.file,
        "owners.people": policy.owners.people,
        "owners.baseline": policy.owners.baseline,
        "secrets.baseline": policy.secrets.baseline,
        "secrets.rules": policy.secrets.rules,
    }
    for key, path in named.items():
        if path and path.lstrip("/") not in seen.tree.paths:
            yield Diagnosis(
                "policy",
                "missing-file",
                "problem",
                f"{key} names {path}, and there is no such file",
                "the check that needs it ends with 2",
                f"write {path}, or take {key} out of the policy",
                policy.source if policy.source in seen.tree.paths else None,
            )
