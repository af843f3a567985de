"""Claim: `undersign verify BASE..HEAD` over 10,000 commits takes less time than `committed`.

The repository is made: sign-offs everywhere, one commit in twenty disclosed as AI-assisted.
"""

import sys
import tempfile

from commands import OURS, floor_over, ours_over, parser_for
from histories import make_history
from peers import Asked, add_peer_options, peers_over
from timing import claim, ratio, table, where_we_are


def main() -> int:
    parser = parser_for(__doc__, runs=7)
    parser.add_argument("--commits", type=int, default=10_000, help="how many (default: %(default)s)")
    add_peer_options(parser, "committed")
    options = parser.parse_args()
    where_we_are()
    with tempfile.TemporaryDirectory() as folder:
        repository = f"{folder}/repository"
        range_ = make_history(repository, options.commits)
        base, _, head = range_.partition("..")
        peers = peers_over(options, Asked(repository, base, head, folder), "committed")
        contenders = [ours_over(options, repository, range_), *peers, floor_over(repository, range_)]
        timed = table(f"{options.commits:,} commits", contenders, options.runs)
        for peer in peers:
            claim(f"our time as a part of {peer.name}'s", ratio(timed[OURS], timed[peer.name]), 1)
    return 0


if __name__ == "__main__":
    sys.exit(main())
