"""Run the tests of this checkout: the first run sets up an environment for them.

usage: python3 scripts/test.py [--every-python] [PYTEST ARGUMENT…]

--every-python runs the suite on each Python that pyproject.toml names and this machine has (PATH, pyenv, uv),
and says which it did not find. Paths are from the top of the checkout; `-m "not acceptance"` leaves out what
takes longest and needs a package index.
"""

import subprocess
import sys

from environment import ROOT, SetupError, clean_environ, environment
from pythons import find_pythons, go_on_under_a_new_one


def supported() -> "list[tuple[int, int]]":
    """The versions that pyproject.toml says are supported."""
    import tomllib

    with open(f"{ROOT}/pyproject.toml", "rb") as file:
        classifiers = tomllib.load(file)["project"]["classifiers"]
    words = [line.rpartition(" :: ")[2] for line in classifiers if " :: Python :: 3." in line]
    return [(3, int(word.partition(".")[2])) for word in words]


def run_tests(python: str, argv: "list[str]") -> int:
    """Run pytest in the environment for a Python: its exit code, or 2 where there is no environment."""
    try:
        inside = environment("test", python)
    except (SetupError, OSError) as error:
        print(f"undersign: {error}", file=sys.stderr)
        return 2
    command = [inside, "-m", "pytest", "-n", "auto", "--dist", "loadgroup", *argv]
    return subprocess.call(command, cwd=ROOT, env=clean_environ())


def run_on_every_python(argv: "list[str]") -> int:
    """Run the tests on each supported Python that is here, then say how each went."""
    found = find_pythons()
    told = []
    worst = 0
    for version in supported():
        name = "Python {}.{}".format(*version)
        if version not in found:
            told.append(f"{name}: not found on this machine")
            continue
        print(f"\n=== {name}: {found[version]}", flush=True)
        code = run_tests(found[version], argv)
        told.append(f"{name}: {'passed' if code == 0 else f'failed, exit code {code}'} ({found[version]})")
        worst = max(worst, code)
    print("", *told, sep="\n")
    return worst


def main(argv: "list[str]") -> int:
    if argv and argv[0] in ("-h", "--help"):
        print(__doc__)
        return 0
    if "--every-python" in argv:
        return run_on_every_python([word for word in argv if word != "--every-python"])
    return run_tests(sys.executable, argv)


if __name__ == "__main__":
    go_on_under_a_new_one()
    sys.exit(main(sys.argv[1:]))
