"""Files of the set-up that are not committed, as they are: CI does not have them."""

from shlex import quote

from trailers.adoption.diagnosis.diagnosis import Diagnosis
from trailers.adoption.diagnosis.seen import Seen
from trailers.typed import Iterator


def check(seen: Seen) -> Iterator[Diagnosis]:
    """The new ones in a line, and those that were changed in another."""
    new = [path for path in seen.set_up if path not in seen.committed]
    if new:
        what, why = f"not committed: {', '.join(new)}", "nobody else has them, nor CI"
        yield Diagnosis("setup", "uncommitted", "problem", what, why, _remedy(new), new[0])
    changed = [path for path in seen.set_up if path in seen.changed]
    if changed:
        what, why = f"changed and not committed: {', '.join(changed)}", "CI has them as they were"
        yield Diagnosis("setup", "changed", "warning", what, why, _remedy(changed), changed[0])


def _remedy(paths: list[str]) -> str:
    return f"git add {' '.join(map(quote, paths))} && git commit"
