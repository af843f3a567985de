"""Claims: on ordinary code at most one blocking alert a megabyte, and a tenth of detect-secrets'.

TREE is a clone with its files checked out. Nobody has judged these alerts: most of such a tree is no secret.
"""

import os
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

from secrets_peers import INSTALL, at_least, secrets_parser
from timing import claim, where_we_are

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from tests.secrets_accuracy.tools import Spot, ours, peer, programs  # the checkout's


def main() -> int:
    parser = secrets_parser(__doc__, runs=1)
    parser.add_argument("trees", nargs="+", metavar="TREE", help="a clone")
    options = parser.parse_args()
    where_we_are()
    given = [f"{name}={getattr(options, name.replace('-', '_'))}" for name in INSTALL]
    peers = programs(given)
    for tree in map(os.path.abspath, options.trees):
        size = _megabytes(tree)
        print(f"\n{tree}, {size:.1f} MB")
        all_of_ours = ours(tree, "--all")
        mine = _told("undersign, errors", (spot for spot in all_of_ours if spot.blocks), size)
        _told("undersign, warnings", (spot for spot in all_of_ours if not spot.blocks), size)
        theirs = {name: _told(name, peer(name, at, tree), size) for name, at in peers.items()}
        claim("blocking alerts a megabyte", mine, 1)
        if "detect-secrets" in theirs and mine:
            at_least("detect-secrets' beside ours", theirs["detect-secrets"] / mine, 10)
    return 0


def _told(name: str, spots: Iterable[Spot], size: float) -> float:
    """Print how many lines are told, each once; how many that is a megabyte."""
    lines = {(spot.path, spot.first) for spot in spots}
    print(f"  {name:24}{len(lines):7} lines {len(lines) / size:8.2f} a megabyte")
    return len(lines) / size


def _megabytes(tree: str) -> float:
    listed = ["git", "-C", tree, "ls-files", "-z"]
    names = subprocess.run(listed, capture_output=True, check=True).stdout.split(b"\0")[:-1]
    paths = [os.path.join(os.fsencode(tree), name) for name in names]
    return sum(os.path.getsize(path) for path in paths if os.path.isfile(path)) / 1e6


if __name__ == "__main__":
    sys.exit(main())
