"""`default_install_hook_types`: a plain `pre-commit install` puts in the hook pre-commit alone."""

from trailers.adoption.diagnosis.diagnosis import Diagnosis
from trailers.adoption.diagnosis.hook_folder import EVENTS
from trailers.adoption.diagnosis.seen import Seen
from trailers.typed import Iterator


def check(seen: Seen) -> Iterator[Diagnosis]:
    """The types that our entries need and the configuration does not name."""
    for framework in seen.frameworks:
        # A hook for all stages runs at those that are installed.
        needed = {
            stage for entry in framework.entries if len(entry.stages) < len(EVENTS) for stage in entry.stages
        }
        missing = [event for event in EVENTS if event in needed and event not in framework.installs]
        if missing:
            both = [event for event in EVENTS if event in {*needed, *framework.installs}]
            yield Diagnosis(
                "hooks",
                "hook-types",
                "warning",
                f"default_install_hook_types lacks {', '.join(missing)}",
                f"who clones the project and runs `{framework.manager} install` does not get these hooks",
                f"default_install_hook_types: [{', '.join(both)}]",
                framework.path,
            )
