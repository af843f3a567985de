"""What this clone lacks: history, files, the branch that changes go to."""

from trailers.adoption.diagnosis.clone import Clone
from trailers.adoption.diagnosis.diagnosis import Diagnosis
from trailers.adoption.diagnosis.seen import Seen
from trailers.typed import Iterator


def check(seen: Seen) -> Iterator[Diagnosis]:
    """A line for each; one where all is there."""
    clone = seen.clone
    found = list(_lacking(seen))
    yield from found
    if not found:
        where = f"; changes go to {clone.base_name}" if clone.base else ""
        yield Diagnosis("clone", "clone", "ok", f"whole history, {_state(clone)}{where}")


def _state(clone: Clone) -> str:
    if clone.bare:
        return "bare"
    if not clone.branch:
        return "HEAD is detached"
    return f"on {clone.branch}" + ("" if clone.upstream or not clone.remotes else ", which has no upstream")


def _lacking(seen: Seen) -> Iterator[Diagnosis]:
    clone = seen.clone
    if not clone.head:
        why = "there is nothing to judge, and no policy that judges"
        yield Diagnosis("clone", "no-commit", "warning", "there is no commit yet", why, "git commit")
        return
    if clone.shallow:
        why = "where a range goes beyond it, verify ends with 2"
        yield Diagnosis("clone", "shallow", "problem", "this clone is shallow", why, "git fetch --unshallow")
    if clone.partial:
        yield Diagnosis(
            "clone",
            "partial",
            "warning",
            "this is a partial clone",
            "nothing is fetched by verify: where an object is missing, it ends with 2",
            "git fetch --refetch --no-filter",
        )
    if clone.remotes and not clone.base:
        remote = clone.remotes[0]
        why = "whose copy of the policy judges cannot be told, nor what a change brings"
        every = f"git remote set-branches {remote} '*'"  # after `git clone --depth` it fetches one only
        remedy = f"{every} && git fetch {remote} && git remote set-head {remote} --auto"
        what = f"no branch of {remote} is here that changes could go to"
        yield Diagnosis("clone", "no-base", "warning", what, why, remedy)
    if clone.replaced or clone.grafted:
        names = [
            name for name, there in (("replace refs", clone.replaced), ("grafts", clone.grafted)) if there
        ]
        why = "git log shows another history than the one that is judged, which is the stored one"
        remedy = "git replace --list"
        yield Diagnosis("clone", "replaced", "warning", f"this clone has {' and '.join(names)}", why, remedy)
