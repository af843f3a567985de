"""Claims: `undersign verify --all` takes at most twice the time of `git log -z` printing the same fields, and
at most 150 MiB; and it is linear: at most 2.2 times the time for twice the commits.

CLONE is any clone; the claims are about one of git/git (82,000 commits).
"""

import os
import subprocess
import sys
from argparse import Namespace

from commands import parser_for, undersign
from histories import git, newest, number_of
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
    commits = number_of(clone, "HEAD")
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
    half = newest(clone, commits // 2).partition("..")[0]
    fewer = number_of(clone, half)
    small, whole = _verify(options, clone, half), _verify(options, clone, "HEAD")
    timed = in_turn([small, whole], options.growth_runs)
    less, more = timed[small.name], timed[whole.name]
    print(f"\nlinear: {fewer:,} commits {median(less):.2f} s, {commits:,} commits {median(more):.2f} s")
    print(f"  the messages grow too: {_bytes(clone, 'HEAD') / _bytes(clone, half):.2f} times the bytes")
    claim(f"time for {commits / fewer:.2f} times the commits", ratio(more, less), 1.1 * commits / fewer)


def _bytes(clone: str, revision: str) -> int:
    names = git(clone, "rev-list", revision).encode()
    sizes = ["git", "-C", clone, "cat-file", "--buffer", "--batch-check=%(objectsize)"]
    return sum(map(int, subprocess.run(sizes, input=names, capture_output=True, check=True).stdout.split()))


def _verify(options: Namespace, clone: str, revision: str) -> Contender:
    command = undersign(options, "verify", "--all", revision)
    return Contender(f"undersign verify --all {revision[:12]}", command, clone)


if __name__ == "__main__":
    sys.exit(main())
