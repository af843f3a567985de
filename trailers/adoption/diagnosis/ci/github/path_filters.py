"""Path filters: a change that misses them is not judged; a required check stays pending then."""

from trailers.adoption.diagnosis.ci.github.step import Step
from trailers.adoption.diagnosis.ci.trouble import Trouble
from trailers.typed import Iterator


def check(step: Step) -> Iterator[Trouble]:
    """`paths` and `paths-ignore` of each trigger."""
    for name, said in step.triggers:
        for key in ("paths", "paths-ignore"):
            if said.has(key):
                yield Trouble(
                    "path-filter",
                    "problem",
                    f"{name} has {key}",
                    "a commit that they leave out is not judged, whatever its message says",
                    f"take {key} out",
                    said.get(key).line or None,
                )
