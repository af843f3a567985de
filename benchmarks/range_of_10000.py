"""Claim: `undersign verify BASE..HEAD` over 10,000 commits takes less time than `committed`.

Without --clone, the repository is made: sign-offs everywhere, one commit in twenty disclosed as AI-assisted.
With --clone, its newest commits are taken, about as many. We do not look into merges: no peer does.
"""

import sys
import tempfile

from commands import OURS, floor_over, ours_over, parser_for
from histories import has_merges, make_history, newest, number_of
from peers import Asked, add_peer_options, peers_over
from timing import claim, ratio, table, where_we_are


def main() -> int:
    parser = parser_for(__doc__, runs=7)
    parser.add_argument("--commits", type=int, default=10_000, help="how many (default: %(default)s)")
    parser.add_argument("--clone", metavar="DIRECTORY", help="a clone of a long history, as of git/git")
    add_peer_options(parser, "committed")
    options = parser.parse_args()
    where_we_are()
    with tempfile.TemporaryDirectory() as folder:
        repository = options.clone or f"{folder}/repository"
        made = make_history if options.clone is None else newest
        range_ = made(repository, options.commits)
        base, _, head = range_.partition("..")
        peers = peers_over(options, Asked(repository, base, head, folder), "committed")
        looks = ["--no-remerge-diff"] if has_merges(repository, range_) else []
        contenders = [
            ours_over(options, repository, range_, *looks),
            *peers,
            floor_over(repository, range_),
        ]
        timed = table(f"{number_of(repository, range_):,} commits", contenders, options.runs)
        for peer in peers:
            claim(f"our time as a part of {peer.name}'s", ratio(timed[OURS], timed[peer.name]), 1)
    return 0


if __name__ == "__main__":
    sys.exit(main())
