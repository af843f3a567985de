"""Claim: the last 10,000 commits of a real repository take us at most half of gitleaks' time, and 50 MiB.

CLONE is any clone with a linear enough history; both look at what each commit adds.
"""

import os
import sys
from argparse import Namespace

from histories import newest, number_of
from own_memory import own_peak
from secrets_peers import FAST, PLAIN, at_least, offline, ours, program, secrets_parser, times_ours
from timing import Contender, claim, table, where_we_are


def main() -> int:
    offline()
    parser = secrets_parser(__doc__, runs=3)
    parser.add_argument("clone", metavar="CLONE", help="the repository")
    parser.add_argument("--commits", type=int, default=10_000, help="how many (default: %(default)s)")
    options = parser.parse_args()
    where_we_are()
    clone = os.path.abspath(options.clone)
    range_ = newest(clone, options.commits)
    contenders = [*ours(clone, options, ["--range", range_]), *_gitleaks(options, clone, range_)]
    git = ["git", "log", "-p", "-U0", "--full-history", range_]
    floor = Contender("git log -p -U0", git, clone, "(reads, and judges nothing)")
    timed = table(f"{number_of(clone, range_):,} commits of {range_}", [*contenders, floor], options.runs)
    for mine in (FAST, PLAIN):
        if mine in timed and any(run.code not in (0, 1) for run in timed[mine]):
            print(f"  MISSED: {mine} ended with {timed[mine][-1].code}")
        elif mine in timed:
            if "gitleaks" in timed:
                at_least(f"gitleaks beside {mine}", times_ours(timed, "gitleaks", mine), 2)
            (contender,) = (one for one in contenders if one.name == mine)
            claim(f"{mine}, peak memory of our own processes", own_peak(contender), 50, " MiB")
    return 0


def _gitleaks(options: Namespace, clone: str, range_: str) -> list[Contender]:
    at = program("gitleaks", options)
    command = [str(at), "git", f"--log-opts={range_}", "--no-banner", "."]
    return [Contender("gitleaks", command, clone)] if at else []


if __name__ == "__main__":
    sys.exit(main())
