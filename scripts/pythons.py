"""The Pythons of this machine, and going on under one that is new enough.

Any Python from 3.6 on can read this: an old `python3` finds a newer one, or says what is missing.
"""

import glob
import os
import subprocess
import sys

OLDEST = (3, 11)
_VERSION = "import sys; print(*sys.version_info[:2])"


def go_on_under_a_new_one() -> None:
    """Return under Python 3.11 or newer; under an older one, run the script again with a newer, or end."""
    if sys.version_info[:2] >= OLDEST:
        return
    found = {version: path for version, path in find_pythons().items() if version >= OLDEST}
    if not found:
        sys.exit(_too_old())
    isolated = ["-I"] if sys.flags.isolated else []
    sys.exit(subprocess.call([found[max(found)], *isolated, *sys.argv]))


def _too_old() -> int:
    here = f"this is Python {sys.version.split()[0]} ({sys.executable}), and no newer one was found"
    wanted = ".".join(map(str, OLDEST))
    print(f"undersign: {here}\n  fix: install Python {wanted} or newer, with venv", file=sys.stderr)
    return 2


def find_pythons() -> "dict[tuple[int, int], str]":
    """Version to path: this Python first, then those of PATH, pyenv, uv and a GitHub runner."""
    found = {sys.version_info[:2]: sys.executable}
    for path in [*_on_path(), *_of_pyenv(), *_of_uv(), *_of_runner()]:
        version = version_of(path)
        if version is not None:
            found.setdefault(version, path)
    return found


def version_of(python: str) -> "tuple[int, int] | None":
    """The version that an interpreter says it is; None for what does not run (a pyenv shim may not)."""
    try:
        major, minor = _output([python, "-I", "-c", _VERSION]).split()
        return int(major), int(minor)
    except (OSError, ValueError, subprocess.SubprocessError):
        return None


def _output(command: "list[str]") -> bytes:
    return subprocess.check_output(command, stderr=subprocess.DEVNULL, timeout=30)


def _on_path() -> "list[str]":
    found = []
    for folder in os.environ.get("PATH", os.defpath).split(os.pathsep):
        for name in ["python3", *(f"python3.{minor}" for minor in range(OLDEST[1], 30))]:
            path = os.path.join(folder, name)
            if folder and os.access(path, os.X_OK):
                found.append(path)
    return found


def _of_pyenv() -> "list[str]":
    root = os.environ.get("PYENV_ROOT") or os.path.join(os.path.expanduser("~"), ".pyenv")
    return sorted(glob.glob(os.path.join(root, "versions", "3.*", "bin", "python")))


def _of_uv() -> "list[str]":
    try:
        folder = os.fsdecode(_output(["uv", "python", "dir"])).strip()
    except (OSError, subprocess.SubprocessError):
        return []
    return sorted(glob.glob(os.path.join(folder, "*", "bin", "python3"))) if folder else []


def _of_runner() -> "list[str]":
    """What a runner of GitHub keeps for actions/setup-python."""
    root = os.environ.get("RUNNER_TOOL_CACHE")
    inside = ("python.exe",) if os.name == "nt" else ("bin", "python")
    return sorted(glob.glob(os.path.join(root, "Python", "3.*", "*", *inside))) if root else []
