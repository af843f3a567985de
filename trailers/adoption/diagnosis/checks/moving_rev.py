"""A `rev` that is a branch: pre-commit then keeps whatever it stood for when it was first fetched."""

import re

from trailers.adoption.diagnosis.diagnosis import Diagnosis
from trailers.adoption.diagnosis.seen import Seen
from trailers.typed import Iterator

_FIXED = re.compile(r"[0-9a-f]{40}|v?[0-9]+(?:\.[0-9]+)+\S*")


def check(seen: Seen) -> Iterator[Diagnosis]:
    """Each configuration once."""
    revs = {(entry.path, entry.rev): entry for entry in seen.entries if entry.rev}
    for (path, rev), entry in revs.items():
        if not _FIXED.fullmatch(rev):
            what, why = (
                f"rev: {rev} is no version",
                "everybody has the commit that it meant when they first fetched it",
            )
            remedy = f"{entry.manager} {'autoupdate' if entry.manager == 'pre-commit' else 'auto-update'}"
            yield Diagnosis("hooks", "moving-rev", "warning", what, why, remedy, path, entry.line)
