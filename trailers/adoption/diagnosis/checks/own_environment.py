"""Whether undersign is in the project's own environment, where its `hooks` could hide the project's."""

import os
import re

from trailers.adoption.diagnosis.ci.running import is_undersign
from trailers.adoption.diagnosis.diagnosis import Diagnosis, State
from trailers.adoption.diagnosis.seen import Seen
from trailers.policy.presence import PYPROJECT
from trailers.typed import Iterator

_REQUIREMENTS = re.compile(
    r"(?:requirements(?:[-_./][\w.-]+)?/)?[\w.-]*requirements[\w.-]*\.(?:txt|in)|requirements/[\w.-]+\.(?:txt|in)"
)
_REQUIRED = re.compile(
    r"""(?:^|["'])undersign(?:\[[\w,]*\])?\s*(?:[=<>~!@;]|["']|$)|^undersign\s*=""", re.MULTILINE
)
_HOME = "pipx install undersign   # or: uv tool install undersign"


def check(seen: Seen) -> Iterator[Diagnosis]:
    """The environment that this runs in, the project's requirements, and PYTHONPATH."""
    if is_undersign(seen.tree):
        return
    machine = seen.machine
    packages = [name for name in ("hooks", "trailers") if f"{name}/__init__.py" in seen.tree.paths]
    shadows = f"; the project has a package of that name: {', '.join(packages)}" if packages else ""
    why = f"undersign's packages `hooks` and `trailers` are then importable in the project{shadows}"
    state: State = "problem" if packages else "warning"
    found = False
    if _within(machine.prefix, seen.clone.top):
        found = True
        where = os.path.relpath(os.path.realpath(machine.prefix), os.path.realpath(seen.clone.top))
        what = f"undersign runs from the project's own environment, {where}"
        yield Diagnosis("environment", "own-environment", state, what, why, _HOME)
    elif (name := _project(seen)) in machine.installed:
        found = True
        what = f"{name} is installed beside undersign, in {machine.prefix}"
        yield Diagnosis("environment", "own-environment", state, what, why, _HOME)
    for path in _requiring(seen):
        found = True
        what = f"{path} requires undersign"
        remedy = f"take it out, and: {_HOME}"
        yield Diagnosis("environment", "project-requires", state, what, why, remedy, path)
    if machine.environ.get("PYTHONPATH") and not machine.isolated:
        found = True
        yield Diagnosis(
            "environment",
            "python-path",
            "warning",
            "PYTHONPATH is set",
            "the command `undersign` imports what stands there before its own modules",
            "unset PYTHONPATH, or: python -I -m trailers",
        )
    if not found:
        yield Diagnosis("environment", "own-environment", "ok", "undersign is in an environment of its own")


def _within(place: str, top: str) -> bool:
    place, top = os.path.realpath(place), os.path.realpath(top)
    return place == top or place.startswith(os.path.join(top, ""))


def _project(seen: Seen) -> str:
    """The project's name as a package, normalized; '' where it is none."""
    import tomllib

    try:
        project = tomllib.loads(seen.tree.read(PYPROJECT) or "").get("project")
    except (tomllib.TOMLDecodeError, RecursionError):
        return ""
    name = project.get("name") if isinstance(project, dict) else ""
    return re.sub(r"[-_.]+", "-", name).lower() if isinstance(name, str) else ""


def _requiring(seen: Seen) -> Iterator[str]:
    """The files of requirements, and the manifests, that name undersign as a package to install."""
    for path in seen.tree.paths:
        if _REQUIREMENTS.fullmatch(path) or path in ("pyproject.toml", "Pipfile", "setup.cfg", "setup.py"):
            text = "\n".join(
                line for line in (seen.tree.read(path) or "").split("\n") if "tool.undersign" not in line
            )
            if _REQUIRED.search(text):
                yield path
