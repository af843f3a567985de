"""Which CI files run undersign, and what there lets a change pass. CI is the only boundary."""

from trailers.adoption.diagnosis.diagnosis import Diagnosis
from trailers.adoption.diagnosis.seen import Seen
from trailers.typed import Iterator

_WHY = (
    "hooks can be gone around (--no-verify, SKIP, another client, an edit in the browser): nothing verifies"
)


def check(seen: Seen) -> Iterator[Diagnosis]:
    """The files, then their traps; or that there is none."""
    files, others, scripts = seen.running
    if not files:
        yield _without(scripts, others)
        return
    for file in files:
        if file.broken:
            what = f"{file.path} cannot be read: {file.broken}"
            why, remedy = "its CI cannot read it either, so that nothing is judged", "mend it"
            yield Diagnosis("ci", "unreadable", "problem", what, why, remedy, file.path, file.line)
        for trouble in file.troubles:
            yield trouble.of(file.path)
    if not any(file.broken or any(one.state == "problem" for one in file.troubles) for file in files):
        yield Diagnosis("ci", "ci-runs", "ok", f"run by {', '.join(file.path for file in files)}")


def _without(scripts: tuple[str, ...], others: tuple[str, ...]) -> Diagnosis:
    if scripts:
        what = f"run by {', '.join(scripts)}; whether CI calls that cannot be seen from here"
        return Diagnosis(
            "ci", "ci-by-script", "unknown", what, _WHY, "look into the last run of CI", scripts[0]
        )
    named = f": {', '.join(others[:3])}{' …' if len(others) > 3 else ''}" if others else ""
    return Diagnosis(
        "ci", "ci-missing", "problem", f"no CI file runs undersign{named}", _WHY, "undersign init"
    )
