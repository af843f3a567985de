"""Make the environment in which the action's other steps run, and say where its Python is.

It is called by whatever Python the runner has, and goes on under one that is new enough. The environment
holds the distributions of requirements.txt, each by its hash, and this checkout itself: the version that
runs is the one that the workflow's `uses:` names.
"""

import os
import subprocess
import sys

_HERE = os.path.dirname(os.path.abspath(__file__))
# -I keeps a script's own folder from the path.
sys.path.insert(0, os.path.join(os.path.dirname(_HERE), "scripts"))

from environment import ROOT, SetupError, clean_environ, prepared  # noqa: E402
from pythons import OLDEST, find_pythons, go_on_under_a_new_one  # noqa: E402

LOCK = os.path.join(_HERE, "requirements.txt")
ENVIRONMENT = "action"
_PURELIB = "import sysconfig; print(sysconfig.get_path('purelib'))"


def set_up() -> str:
    """The Python of the environment; SetupError where it cannot be made."""
    # What is built from source would fetch what builds it, of whatever release, and run it.
    locked = ["--require-hashes", "--no-deps", "--only-binary=:all:", "--requirement", LOCK]
    python: str = prepared(ENVIRONMENT, sys.executable, LOCK, locked)
    command = [python, "-I", "-c", _PURELIB]
    folder = subprocess.check_output(command, env=clean_environ(), text=True).strip()
    with open(os.path.join(folder, "undersign.pth"), "w", encoding="locale") as file:
        file.write(ROOT + "\n")
    return python


def main() -> int:
    """Write the output `python`; 2 where there is no environment."""
    try:
        python = set_up()
    except (SetupError, OSError, subprocess.SubprocessError) as error:
        return _failed(str(error))
    with open(os.environ["GITHUB_OUTPUT"], "a", encoding="utf-8") as file:
        file.write("python={}\n".format(python.replace("\\", "/")))
    return 0


def _failed(why: str) -> int:
    text = why.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    print("::error title=undersign::" + text)  # noqa: T201  # the runner reads it
    return 2


def _has_a_new_python() -> bool:
    return sys.version_info[:2] >= OLDEST or max(find_pythons()) >= OLDEST


if __name__ == "__main__":
    if not _has_a_new_python():
        here = "this runner has Python {}.{}, and".format(*sys.version_info[:2])
        sys.exit(_failed(here + " none from 3.11 on; add a step with actions/setup-python before"))
    go_on_under_a_new_one()
    sys.exit(main())
