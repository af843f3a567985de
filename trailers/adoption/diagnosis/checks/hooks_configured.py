"""Which of our hooks are configured."""

from trailers.adoption.diagnosis.diagnosis import Diagnosis
from trailers.adoption.diagnosis.seen import Seen
from trailers.typed import Iterator


def check(seen: Seen) -> Iterator[Diagnosis]:
    """All of them in a line, by who runs them."""
    if not seen.entries:
        if not any(framework.broken for framework in seen.frameworks):
            what, why = "no hook is configured", "what a commit lacks is told by CI only, when it is pushed"
            yield Diagnosis("hooks", "no-hooks", "warning", what, why, "undersign init")
        return
    by: dict[str, dict[str, None]] = {}
    for entry in seen.entries:
        stages = ", ".join(entry.stages)
        by.setdefault(entry.manager, {})[f"{entry.id} ({stages})" if stages else entry.id] = None
    what = "; ".join(f"{', '.join(names)}, by {manager}" for manager, names in by.items())
    yield Diagnosis("hooks", "hooks-configured", "ok", what)
