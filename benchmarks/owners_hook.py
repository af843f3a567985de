"""Claim: the codeowners hook on ten staged files takes at most 3 times as long as `python -I -c pass`."""

import os
import subprocess
import sys
import tempfile

from commands import parser_for
from owners_repositories import make_repository
from timing import Contender, claim, ratio, table, where_we_are

SIZES = ((3_000, 300), (39_000, 1_400))


def main() -> int:
    options = parser_for(__doc__, runs=40).parse_args()
    where_we_are()
    with tempfile.TemporaryDirectory() as folder:
        for files, rules in SIZES:
            repository = make_repository(os.path.join(folder, str(files)), files, rules)
            _stage(repository, 10)
            bare = Contender("python -I -c pass", [sys.executable, "-I", "-c", "pass"], repository)
            hook = Contender("codeowners", [sys.executable, "-I", "-m", "hooks.codeowners"], repository)
            index = ["git", "diff", "--cached", "--raw", "-z"]
            floor = Contender("git diff --cached", index, repository, "(the floor)")
            title = f"ten staged files of {files:,}, {rules:,} rules"
            timed = table(title, [bare, hook, floor], options.runs)
            claim("as a multiple of a bare Python", ratio(timed[hook.name], timed[bare.name]), 3)
    return 0


def _stage(repository: str, count: int) -> None:
    listed = subprocess.run(
        ["git", "-C", repository, "ls-files", "src"], capture_output=True, text=True, check=True
    )
    paths = listed.stdout.split("\n")[:count]
    for path in paths:
        with open(os.path.join(repository, path), "a", encoding="utf-8") as file:
            file.write("changed\n")
    subprocess.run(["git", "-C", repository, "add", *paths], check=True)


if __name__ == "__main__":
    sys.exit(main())
