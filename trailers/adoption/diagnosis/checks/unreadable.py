"""What should have been looked at and could not be."""

from trailers.adoption.diagnosis.diagnosis import Diagnosis
from trailers.adoption.diagnosis.seen import Seen
from trailers.adoption.facts.hook_manager import PRE_COMMIT
from trailers.installing.tools.registry import TOOLS
from trailers.typed import Iterator


def check(seen: Seen) -> Iterator[Diagnosis]:
    """Files of settings, and hooks; a directory or a submodule in the place of a file counts too."""
    settings = {PRE_COMMIT, "prek.toml", *(tool.file for tool in TOOLS.values())}
    settings |= {path for system in seen.facts.cis for path in system.files}
    settings |= {seen.policy.owners.file.lstrip("/"), *seen.facts.codeowners}
    for path in sorted(settings.intersection(seen.tree.paths)):
        if seen.tree.read(path) is None:
            what, why = f"{path} cannot be read as text", "what stands in it was not looked at"
            yield Diagnosis("setup", "unreadable", "unknown", what, why, "", path)
    for framework in seen.frameworks:
        if framework.broken:
            yield Diagnosis(
                "hooks",
                "unreadable",
                "problem",
                f"{framework.path} cannot be read: {framework.broken}",
                f"{framework.manager} cannot read it either, so that no hook runs",
                "mend it" if framework.line is None else f"mend line {framework.line}",
                framework.path,
                framework.line,
            )
    for event in seen.folder.unreadable:
        what = f"the hook {event} cannot be read"
        yield Diagnosis("hooks", "unreadable", "unknown", what, "whether it is ours was not looked at")
