"""Nothing of undersign's is here; then no other check has anything to tell."""

from trailers.adoption.diagnosis.diagnosis import Diagnosis
from trailers.adoption.diagnosis.seen import Seen
from trailers.typed import Iterator


def check(seen: Seen) -> Iterator[Diagnosis]:
    """One line."""
    del seen
    yield Diagnosis(
        "setup",
        "not-set-up",
        "problem",
        "undersign is not set up here",
        "there is no policy, no hook and no CI file that names it",
        "undersign init",
    )
