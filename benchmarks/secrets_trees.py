"""Claims: the whole work tree of rails (39 MB) takes us a 150th of detect-secrets' time, a 15th of gitleaks'
and ripsecrets', half of kingfisher's; a mixed tree of 78 MB a 100th of detect-secrets', and no more than
kingfisher's; at most 50 MiB.

TREE is a clone with its files checked out; the mixed one holds django, hugo, vue, caddy, express and flask.
What takes minutes runs once.
"""

import os
import subprocess
import sys
from argparse import Namespace

from secrets_peers import FAST, INSTALL, PLAIN, at_least, offline, ours, over_tree, program, secrets_parser
from timing import Contender, Run, claim, median, run_once, table, where_we_are

TIMES = {
    "rails": {"detect-secrets": 150, "gitleaks": 15, "ripsecrets": 15, "kingfisher": 2},
    "mixed": {"detect-secrets": 100, "kingfisher": 1},
}
_SLOW = ("detect-secrets",)
_LEFT_OUT = ("secretlint",)  # minutes for rails, and nothing is claimed of it


def main() -> int:
    offline()
    parser = secrets_parser(__doc__, runs=5)
    parser.add_argument("--rails", metavar="TREE", help="a clone of rails/rails")
    parser.add_argument("--mixed", metavar="TREE", help="a repository of the six projects' files")
    options = parser.parse_args()
    where_we_are()
    for name, least in TIMES.items():
        tree = getattr(options, name)
        if tree:
            _measure(os.path.abspath(tree), name, least, options)
    return 0


def _measure(tree: str, name: str, least: dict[str, int], options: Namespace) -> None:
    peers = {peer: program(peer, options) for peer in INSTALL if peer not in _LEFT_OUT}
    asked = [Contender(peer, over_tree(peer, at), tree) for peer, at in peers.items() if at]
    quick = [*ours(tree, options, ["--all"]), *(one for one in asked if one.name not in _SLOW)]
    timed = table(f"{name}, {_size(tree)}", quick, options.runs)
    for contender in (one for one in asked if one.name in _SLOW):
        timed[contender.name] = [_once(contender)]
    for mine in (FAST, PLAIN):
        if mine not in timed:
            continue
        if any(run.code not in (0, 1) for run in timed[mine]):
            print(f"  MISSED: {mine} ended with {timed[mine][-1].code}")
            continue
        for peer, times in least.items():
            if peer in timed:
                at_least(f"{peer} beside {mine}", median(timed[peer]) / median(timed[mine]), times)
        claim(f"{mine}, peak memory", max(run.memory for run in timed[mine]), 50, " MiB")


def _once(contender: Contender) -> Run:
    run = run_once(contender)
    figures = f"{run.wall:.1f} s, {run.processor:.1f} s of processors, {run.memory:.0f} MiB"
    print(f"  {contender.name}: {figures}, one run, exit {run.code}")
    return run


def _size(tree: str) -> str:
    listed = ["git", "-C", tree, "ls-tree", "-r", "-l", "-z", "HEAD"]
    rows = subprocess.run(listed, capture_output=True, check=True).stdout.split(b"\0")[:-1]
    sizes = [row.split(b"\t", 1)[0].split()[3] for row in rows]
    whole = sum(int(size) for size in sizes if size != b"-")
    return f"{len(sizes):,} files, {whole / 1e6:.1f} MB"


if __name__ == "__main__":
    sys.exit(main())
