"""The versions that run here, and those that hooks and CI name."""

from trailers.adoption.diagnosis.ci.command import versions
from trailers.adoption.diagnosis.diagnosis import Diagnosis
from trailers.adoption.diagnosis.seen import Seen
from trailers.installing.git_hooks import SINCE
from trailers.repository.opening import REMERGE
from trailers.typed import Iterator
from trailers.version import VERSION


def check(seen: Seen) -> Iterator[Diagnosis]:
    """Our own, Python's and git's; then those that differ."""
    git = seen.clone.git_version
    named = ".".join(map(str, git))
    what = f"undersign {VERSION}, Python {seen.machine.python}, git {named}"
    if git < REMERGE:
        yield Diagnosis(
            "version",
            "git-version",
            "warning",
            f"{what}: git has no remerge-diff, which came with {'.'.join(map(str, REMERGE))}",
            "verify takes another and slower way to tell what a merge itself changes",
            "install a newer git",
        )
    else:
        yield Diagnosis("version", "git-version", "ok", what)
    for event, config in _configured(seen):
        if git < SINCE:
            yield Diagnosis(
                "hooks",
                "git-too-old",
                "problem",
                f"git {named} does not run hooks of its configuration: {config}",
                f"{'.'.join(map(str, SINCE))} is the first that does; the hook {event} does nothing here",
                "undersign install --git-hooks   # tells what to do with an older git",
            )
    yield from _differing(seen)


def _configured(seen: Seen) -> Iterator[tuple[str, str]]:
    for entry in seen.entries:
        if entry.manager == "git's configuration":
            yield ", ".join(entry.stages), entry.path


def _differing(seen: Seen) -> Iterator[Diagnosis]:
    """Each file once, at its first version that is not ours."""
    found: dict[str, tuple[str, int | None]] = {}
    for entry in seen.entries:
        if entry.version[:1].isdigit():
            found.setdefault(entry.path, (entry.version, entry.line))
    for file in seen.running.files:
        for version, at in versions(seen.tree.read(file.path) or ""):
            found.setdefault(file.path, (version, at))
    for path, (version, line) in found.items():
        if version != VERSION:
            yield Diagnosis(
                "version",
                "other-version",
                "warning",
                f"{path} names undersign {version}, and this is {VERSION}",
                "two versions can judge the same commit differently",
                f"name {VERSION} there, or run that one: uvx undersign@{version} doctor",
                path,
                line,
            )
