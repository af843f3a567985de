"""The virtual environments of this checkout, under .venvs/: made when they are first wanted, then used again.

`python3 scripts/environment.py check` makes the one for linting and prints the path of its Python.
"""

import hashlib
import os
import subprocess
import sys

from pythons import go_on_under_a_new_one, version_of

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
_PROJECT = os.path.join(ROOT, "pyproject.toml")
_INDEX = "pip needs a package index; behind a proxy or a mirror: pip config, or PIP_INDEX_URL"


class SetupError(Exception):
    """An environment could not be made: what went wrong, and what to do about it."""


def environment(group: str = "", python: str = sys.executable) -> str:
    """The Python of an environment with this checkout, editable, and the requirements of a group.

    One folder a group and Python version.
    """
    return prepared(group or "undersign", python, _PROJECT, ["--editable", ROOT, *requirements(group)])


def prepared(name: str, python: str, made_for: str, arguments: "list[str]") -> str:
    """The Python of the environment of this name: made with `pip install ARGUMENTS`, then used again.

    It is made anew when the file `made_for` or the checkout's place has changed, or when it was not finished.
    """
    version = version_of(python)
    if version is None:
        raise SetupError(f"{python} does not run")
    name = f"{name}-{version[0]}.{version[1]}"
    folder = os.path.join(ROOT, ".venvs", name)
    inside = os.path.join(folder, *(("Scripts", "python.exe") if os.name == "nt" else ("bin", "python")))
    stamp = os.path.join(folder, "made-for")
    wanted = fingerprint(made_for)
    if not (os.path.exists(inside) and _read(stamp) == wanted):
        print(f"setting up .venvs/{name} (once; pip fetches what it needs)", file=sys.stderr, flush=True)
        pip = _make(python, folder, inside)
        _install([*pip, "install", "--quiet", *arguments])
        with open(stamp, "w", encoding="utf-8") as file:
            file.write(wanted)
    return inside


def requirements(group: str) -> "list[str]":
    """The requirements of a dependency group; older pips than 25.1 cannot read groups themselves."""
    import tomllib

    if not group:
        return []
    with open(_PROJECT, "rb") as file:
        groups = tomllib.load(file)["dependency-groups"]
    found = []
    for item in groups[group]:
        found += [item] if isinstance(item, str) else requirements(item["include-group"])
    return found


def fingerprint(path: str) -> str:
    """What an environment is made for: a file's content, and where this checkout is."""
    with open(path, "rb") as file:
        return hashlib.sha256(ROOT.encode() + b"\0" + file.read()).hexdigest()


def _read(path: str) -> str:
    try:
        with open(path, encoding="utf-8") as file:
            return file.read()
    except FileNotFoundError:
        return ""


def _make(python: str, folder: str, inside: str) -> "list[str]":
    """Make an empty environment; the command that is its pip."""
    made = _quietly([python, "-I", "-m", "venv", "--clear", folder])
    if made.returncode == 0:
        return [inside, "-I", "-m", "pip"]
    if "ensurepip" not in made.stdout:
        raise SetupError(f"no virtual environment in {folder}: {_last_line(made.stdout)}")
    # Debian gives ensurepip, and so this kind of environment, in a package of its own.
    if python == sys.executable or version_of(python) == sys.version_info[:2]:
        raise SetupError(f"{python} has no venv with pip; on Debian and Ubuntu: apt-get install python3-venv")
    made = _quietly([python, "-I", "-m", "venv", "--clear", "--without-pip", folder])
    if made.returncode:
        raise SetupError(f"no virtual environment in {folder}: {_last_line(made.stdout)}")
    return [_other_pip(), "-I", "-m", "pip", "--python", inside]


def _other_pip() -> str:
    """A Python of ours whose pip is new enough to install into the newest Python."""
    folder = os.path.join(ROOT, ".venvs", "pip")
    inside = os.path.join(folder, "bin", "python")
    _install([*_make(sys.executable, folder, inside), "install", "--quiet", "--upgrade", "pip"])
    return inside


def _install(command: "list[str]") -> None:
    done = _quietly(command)
    if done.returncode:
        sys.stderr.write(done.stdout)
        raise SetupError(f"pip could not install what is needed\n  fix: {_INDEX}")


def _quietly(command: "list[str]") -> "subprocess.CompletedProcess[str]":
    # Without an index pip would otherwise try for minutes. It would compile all that it installs, too, where
    # Python compiles what it imports: a false value turns this option on.
    patience = {
        "PIP_RETRIES": "2",
        "PIP_DEFAULT_TIMEOUT": "30",
        "PIP_DISABLE_PIP_VERSION_CHECK": "1",
        "PIP_NO_COMPILE": "0",
    }
    return subprocess.run(
        command,
        env={**patience, **clean_environ()},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        check=False,
    )


def _last_line(text: str) -> str:
    return text.strip().rpartition("\n")[2]


def clean_environ() -> "dict[str, str]":
    """The environment without what would have a Python import other modules than its own."""
    return {key: value for key, value in os.environ.items() if key not in ("PYTHONPATH", "PYTHONHOME")}


def main() -> int:
    try:
        print(environment(*sys.argv[1:2]))
    except (SetupError, OSError) as error:
        print(f"undersign: {error}", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    go_on_under_a_new_one()
    sys.exit(main())
