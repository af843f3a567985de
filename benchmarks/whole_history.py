"""Claims: `undersign verify --all` takes at most twice the time of `git log -z` printing the same fields, and at
most 150 MiB; and it is linear: at most 2.2 times the time for twice the commits.

CLONE is any clone; the claims are about one of git/git (82,000 commits).
"""

import os
import subprocess
import sys
from argparse import Namespace

from commands import parser_for, undersign
from timing import Contender, claim, in_turn, median, processor_ratio, ratio, table, where_we_are

FIELDS = "%H%n%P%n%an%n%ae%n%cn%n%ce%n%ct%n%e%n%B"


def main() -> int:
    parser = parser_for(__doc__, runs=15)
    parser.add_argument("clone", metavar="CLONE", help="the repository")
    parser.add_argument(
        "--growth-runs", type=int, default=7, help="runs for linearity (default: %(default)s)"
    )
    options = parser.parse_args()
    where_we_are()
    clone = os.path.abspath(options.clone)
    commits = int(_git(clone, "rev-list", "--count", "HEAD"))
    log = Contender("git log -z, the same fields", ["git", "log", "-z", f"--format={FIELDS}"], clone)
    ours = _verify(options, clone, "HEAD")
    pipeline = "git rev-list HEAD | git cat-file --batch --buffer"
    read = Contender("what we read from", ["sh", "-c", pipeline], clone, f"({pipeline})")
    timed = table(f"{commits:,} commits of {clone}", [log, ours, read], options.runs)
    claim("our wall time as a multiple of git log's", ratio(timed[ours.name], timed[log.name]), 2)
    spent = processor_ratio(timed[ours.name], timed[log.name])
    print(f"  processor time, ours and git's together, as a multiple of git log's: {spent:.2f}")
    claim("peak memory of the largest process", max(run.memory for run in timed[ours.name]), 150, " MiB")
    _linear(options, clone, commits)
    return 0


def _linear(options: Namespace, clone: str, commits: int) -> None:
    half = _half(clone, commits)
    fewer = int(_git(clone, "rev-list", "--count", half))
    small, whole = _verify(options, clone, half), _verify(options, clone, "HEAD")
    timed = in_turn([small, whole], options.growth_runs)
    less, more = timed[small.name], timed[whole.name]
    print(f"\nlinear: {fewer:,} commits {median(less):.2f} s, {commits:,} commits {median(more):.2f} s")
    claim(f"time for {commits / fewer:.2f} times the commits", ratio(more, less), 1.1 * commits / fewer)


def _verify(options: Namespace, clone: str, revision: str) -> Contender:
    command = undersign(options, "verify", "--all", revision)
    return Contender(f"undersign verify --all {revision[:12]}", command, clone)


def _half(clone: str, commits: int) -> str:
    """A commit on the first-parent line that reaches about half of the history."""
    line = _git(clone, "rev-list", "--first-parent", "HEAD").split()
    low, high = 0, len(line) - 1
    while low < high:
        middle = (low + high) // 2
        if int(_git(clone, "rev-list", "--count", line[middle])) > commits // 2:
            low = middle + 1
        else:
            high = middle
    return line[low]


def _git(clone: str, *arguments: str) -> str:
    return subprocess.run(["git", "-C", clone, *arguments], capture_output=True, text=True, check=True).stdout


if __name__ == "__main__":
    sys.exit(main())
