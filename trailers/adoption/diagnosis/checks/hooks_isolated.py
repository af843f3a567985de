"""Entries that start Python without -I, so that a repository's own `hooks` package stands in for ours."""

from trailers.adoption.diagnosis.ci.running import is_undersign
from trailers.adoption.diagnosis.diagnosis import Diagnosis
from trailers.adoption.diagnosis.hooks.entry import HookEntry
from trailers.adoption.diagnosis.seen import Seen
from trailers.typed import Iterator


def check(seen: Seen) -> Iterator[Diagnosis]:
    """Those of each file together; undersign's own repository wants its working tree's code."""
    if is_undersign(seen.tree):
        return
    found: dict[str, list[HookEntry]] = {}
    for entry in seen.entries:
        if entry.isolated is False:
            found.setdefault(entry.path, []).append(entry)
    for path, entries in found.items():
        yield Diagnosis(
            "hooks",
            "not-isolated",
            "problem",
            f"Python is started without -I for {', '.join(entry.id for entry in entries)}",
            "a hooks/ folder of the repository, or PYTHONPATH, can put other code in its place",
            "python -I -m hooks.…",
            path,
            entries[0].line,
        )
