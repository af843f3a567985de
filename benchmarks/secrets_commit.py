"""Claims: on a clean commit of five files, 190 KB, the secrets hook takes at most 3 times a bare Python with
the extra and 6 times without, and a thirtieth of detect-secrets-hook; with findings at most 6 times.

Whole processes. The files are the standard library's, with one line changed in each and staged; gitleaks
reads only these lines, all others the whole files. Two made-up tokens stand in the second commit.
"""

import os
import random
import shutil
import string
import subprocess
import sys
import sysconfig
import tempfile
from argparse import Namespace

from secrets_peers import (
    BARE,
    FAST,
    INSTALL,
    PLAIN,
    at_least,
    bare,
    expected,
    offline,
    ours,
    over_files,
    program,
    secrets_parser,
    times_ours,
)
from timing import Contender, claim, ratio, table, where_we_are

FILES = ("shutil.py", "dataclasses.py", "heapq.py", "textwrap.py", "csv.py")


def main() -> int:
    offline()
    options = secrets_parser(__doc__, runs=15).parse_args()
    where_we_are()
    with tempfile.TemporaryDirectory() as folder:
        clean = _repository(os.path.join(folder, "clean"), found=False)
        full = _repository(os.path.join(folder, "found"), found=True)
        timed = table(_title(clean, "nothing to find"), _contenders(clean, options), options.runs)
        for name, most in ((FAST, 3), (PLAIN, 6)):
            if name in timed and expected(timed[name], 0):
                claim(f"{name}, times a bare Python", ratio(timed[name], timed[BARE]), most)
                if "detect-secrets" in timed:
                    at_least(
                        f"detect-secrets-hook beside {name}", times_ours(timed, "detect-secrets", name), 30
                    )
                claim(f"{name}, peak memory", max(run.memory for run in timed[name]), 50, " MiB")
        timed = table(_title(full, "two findings"), _contenders(full, options), options.runs)
        for name in (FAST, PLAIN):
            if name in timed and expected(timed[name], 1):
                claim(f"{name}, times a bare Python", ratio(timed[name], timed[BARE]), 6)
    return 0


def _contenders(folder: str, options: Namespace) -> list[Contender]:
    files = _files(folder)
    peers = {name: program(name, options) for name in INSTALL}
    asked = [Contender(name, over_files(name, at, files), folder) for name, at in peers.items() if at]
    if at := peers["gitleaks"]:
        asked.append(Contender("gitleaks dir, the same files", [at, "dir", "--no-banner", "."], folder))
    return [bare(folder, options), *ours(folder, options, files), *asked]


def _repository(folder: str, *, found: bool) -> str:
    """A repository of the five files, one line of each changed in the index."""
    os.makedirs(folder)
    for name in FILES:
        shutil.copyfile(os.path.join(sysconfig.get_path("stdlib"), name), os.path.join(folder, name))
    person = ["-c", "user.name=Person", "-c", "user.email=person@example.com"]
    for command in (["init", "--quiet"], ["add", "."], [*person, "commit", "--quiet", "-m", "Begin"]):
        subprocess.run(["git", "-C", folder, *command], check=True)
    draw = random.Random(1)
    for place, name in enumerate(FILES):
        token = "".join(draw.choices(string.ascii_letters + string.digits, k=59))
        line = f'TOKEN = "github_pat_{token[:22]}_{token}"\n' if found and place < 2 else "LIMIT = 20\n"
        with open(os.path.join(folder, name), "a", encoding="utf-8") as file:
            file.write(line)
    subprocess.run(["git", "-C", folder, "add", "."], check=True)
    return folder


def _files(folder: str) -> list[str]:
    return sorted(name for name in os.listdir(folder) if name.endswith(".py"))


def _title(folder: str, what: str) -> str:
    size = sum(os.path.getsize(os.path.join(folder, name)) for name in _files(folder))
    return f"five staged files, {size / 1000:.0f} KB, {what}"


if __name__ == "__main__":
    sys.exit(main())
