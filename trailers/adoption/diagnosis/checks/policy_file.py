"""The policy: whether it is right, and whether the base has it, by whose copy changes are judged."""

from trailers.adoption.diagnosis.diagnosis import Diagnosis
from trailers.adoption.diagnosis.seen import Seen
from trailers.policy.policy import DEFAULT, Policy
from trailers.typed import Iterator


def check(seen: Seen) -> Iterator[Diagnosis]:
    """What is wrong with it, else what it says."""
    here, committed, base = seen.policy_seen
    name = seen.clone.base_name
    if here.error:
        yield _wrong("policy-invalid", here.error, here.remedy)
    elif base.lacking:
        why = "whose copy judges was not looked at, and verify ends with 2 there"
        yield Diagnosis("policy", "base-policy-lacking", "unknown", base.error, why, base.remedy)
    elif base.error:
        # A mended copy here has to be merged before it counts.
        yield _wrong("base-policy-invalid", base.error, f"merge a mended one into {name}")
    elif here.file and not committed.file:
        return  # told with all that is not committed
    elif here.file and seen.clone.base_commit and not base.file:
        yield Diagnosis(
            "policy",
            "policy-not-at-base",
            "warning",
            f"{here.file.name} is not in {name} yet",
            f"until it is merged, the defaults judge: {_says(DEFAULT)}",
            f"merge it into {name}",
            here.file.name,
        )
    elif not (here.file or base.file):
        yield Diagnosis("policy", "policy", "ok", f"no policy, so the defaults judge: {_says(DEFAULT)}")
    else:
        yield _told(seen)


def _told(seen: Seen) -> Diagnosis:
    here, _, base = seen.policy_seen
    counts = base.file or here.file
    assert counts is not None
    where = f" as in {seen.clone.base_name}" if base.file else ""
    differs = (
        "; the copy here differs, and counts once it is merged"
        if base.file and here.data != base.data
        else ""
    )
    what = f"{counts.name}{where}: {_says(counts.policy)}{differs}"
    return Diagnosis("policy", "policy", "ok", what, path=counts.name)


def _wrong(check: str, error: str, remedy: str) -> Diagnosis:
    why = "verify cannot judge by it, and ends with 2"
    return Diagnosis("policy", check, "problem", error, why, remedy or "undersign policy check")


def _says(policy: Policy) -> str:
    """The policy in a few words."""
    mode = {
        "detected": "commits with AI help name it",
        "explicit": "every commit says whether there was AI help",
        "forbid": "AI help is not allowed",
    }[policy.disclosure.mode]
    due = f", approver {policy.approver.rule}, due at {policy.approver.due}"
    named = ", ".join(policy.disclosure.required)
    return (
        f"{mode} ({policy.disclosure.mode}: {named}{due if 'approver' in policy.disclosure.required else ''})"
    )
