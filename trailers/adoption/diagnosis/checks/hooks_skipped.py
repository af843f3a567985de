"""Hooks that the environment here skips: SKIP (pre-commit), PREK_SKIP, HUSKY=0, LEFTHOOK=0."""

from trailers.adoption.diagnosis.diagnosis import Diagnosis
from trailers.adoption.diagnosis.seen import Seen
from trailers.typed import Iterator

_OFF = {"HUSKY": "husky", "LEFTHOOK": "lefthook"}


def check(seen: Seen) -> Iterator[Diagnosis]:
    """Each variable that is set so."""
    environ = seen.machine.environ
    ids = {entry.id for entry in seen.entries}
    for name in ("SKIP", "PREK_SKIP"):
        skipped = sorted(ids.intersection(part.strip() for part in environ.get(name, "").split(",")))
        if skipped:
            yield _told(f"{name} skips {', '.join(skipped)} in this shell", name)
    for name, manager in _OFF.items():
        if environ.get(name) in ("0", "false") and any(entry.manager == manager for entry in seen.entries):
            yield _told(f"{name}={environ[name]} turns all hooks of {manager} off in this shell", name)


def _told(what: str, name: str) -> Diagnosis:
    return Diagnosis("hooks", "skipped", "warning", what, "commits made here are not judged", f"unset {name}")
