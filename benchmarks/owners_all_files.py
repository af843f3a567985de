"""Claims: coverage, dead and shadowed rules over all tracked files, in one run, take less time than
hmarr/codeowners takes for coverage from 10,000 files on, and below that at most a bare Python's start more.
At 39,000 files and 1,400 rules they take a fifth of hmarr's time, a 75th of PyPI's, a 60th of the npm ones',
and 30 MiB.

Without --clone, repositories are made, each size twice: with rules of which nearly none has a wildcard, which
is what hmarr is fastest with, and with 15 % that have, as in DataDog/integrations-extras. The clone has to
have .github/CODEOWNERS.
"""

import os
import subprocess
import sys
import tempfile
from argparse import Namespace
from itertools import product

from commands import parser_for
from owners_peers import BARE, OURS, add_peer_options, faster, hook_in, ours_in, peers_in
from owners_repositories import make_repository
from timing import Contender, claim, median, table, where_we_are

SIZES = ((3_000, 300), (10_000, 330), (39_000, 1_400))
WILD = (0, 7)  # one rule in so many has a wildcard
SLOW = ("pypi", "npm", "snyk", "validator")
TIMES = {"hmarr": 5, "pypi": 75, "npm": 60, "snyk": 60}


def main() -> int:
    parser = parser_for(__doc__, runs=15)
    parser.add_argument("--slow-runs", type=int, default=1, help="of the slow peers (default: %(default)s)")
    parser.add_argument("--clone", metavar="DIRECTORY", help="a clone, in the place of made repositories")
    add_peer_options(parser)
    options = parser.parse_args()
    where_we_are()
    if options.clone:
        _compare(options, os.path.abspath(options.clone), options.clone)
        return 0
    with tempfile.TemporaryDirectory() as folder:
        for (files, rules), wild in product(SIZES, WILD):
            repository = make_repository(os.path.join(folder, f"{files}-{wild}"), files, rules, wild=wild)
            mix = ", 15 % with wildcards" if wild else ""
            _compare(options, repository, f"{files:,} files, {rules:,} rules{mix}")
    return 0


def _compare(options: Namespace, repository: str, title: str) -> None:
    files = subprocess.run(["git", "-C", repository, "ls-files"], capture_output=True, check=True)
    number = files.stdout.count(b"\n")
    ours = ours_in(options, repository)
    bare = Contender(BARE, [sys.executable, "-I", "-c", "pass"], repository)
    hook = hook_in(sys.executable, repository)
    listing = Contender("git ls-files", ["git", "ls-files", "-z"], repository, "(the floor)")
    quick = peers_in(options, repository, "hmarr")
    timed = table(title, [ours, hook, bare, listing, *quick], options.runs)
    claim("peak memory", max(run.memory for run in timed[OURS]), 30, " MiB")
    large = number >= 38_000
    if quick and number >= 10_000:
        faster(timed, quick, TIMES if large else {"hmarr": 1})
    elif quick:
        behind = 1000 * (median(timed[OURS]) - median(timed["hmarr"]))
        claim("behind hmarr", behind, 1000 * median(timed[BARE]), " ms")
    names = SLOW[:-1] if options.clone else SLOW  # the last one writes to the repository
    slow = peers_in(options, repository, *names) if options.slow_runs else []
    if slow:
        faster(table(f"{title}, slow peers", [ours, *slow], options.slow_runs), slow, TIMES if large else {})


if __name__ == "__main__":
    sys.exit(main())
