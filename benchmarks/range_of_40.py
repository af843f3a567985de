"""Claims: `undersign verify BASE..HEAD` over 40 commits takes at most 150 ms, whole process, and less than
gitlint, commitlint and commit-check take for the same range.

Without --repository, the repository is made: 40 commits with sign-offs, two of them disclosed as AI-assisted.
"""

import sys
import tempfile

from commands import OURS, floor_over, ours_over, parser_for
from histories import make_history
from peers import Asked, add_peer_options, peers_over
from timing import claim, median, ratio, table, where_we_are

COMMITS = 40
PEERS = ("gitlint", "commitlint", "commit-check", "committed")


def main() -> int:
    parser = parser_for(__doc__, runs=15)
    parser.add_argument("--repository", metavar="DIRECTORY", help="a repository to measure on")
    parser.add_argument("--range", metavar="BASE..HEAD", default="base..HEAD", help="its range")
    add_peer_options(parser, *PEERS)
    options = parser.parse_args()
    where_we_are()
    with tempfile.TemporaryDirectory() as folder:
        repository, range_ = options.repository, options.range
        if repository is None:
            repository = f"{folder}/repository"
            range_ = make_history(repository, COMMITS)
        base, _, head = range_.partition("..")
        peers = peers_over(options, Asked(repository, base, head, folder), *PEERS)
        contenders = [ours_over(options, repository, range_), *peers, floor_over(repository, range_)]
        timed = table(f"{range_} of {repository}", contenders, options.runs)
        claim("the median, whole process", 1000 * median(timed[OURS]), 150, " ms")
        for peer in peers:
            if peer.name != "committed":
                claim(f"our time as a part of {peer.name}'s", ratio(timed[OURS], timed[peer.name]), 1)
    return 0


if __name__ == "__main__":
    sys.exit(main())
