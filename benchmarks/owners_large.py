"""Claims: 1,000,000 paths and 5,000 rules take at most 3 s and a 30th of hmarr/codeowners's time; a file of
3 MB (62,000 rules) and 100,000 paths take at most 3 s.

The rules are for directories. In one file of a million paths nearly none has a wildcard, which is what hmarr
is fastest with; in the other 15 % have, as in DataDog/integrations-extras.

hmarr walks through real files: checking out a million takes minutes, and it takes more than one for them.
With --hmarr-runs 0 nothing is checked out.
"""

import os
import sys
import tempfile

from commands import parser_for
from owners_peers import OURS, add_peer_options, faster, ours_in, peers_in
from owners_repositories import make_repository
from timing import claim, median, table, where_we_are

SIZES = ((1_000_000, 5_000, 0, 30), (1_000_000, 5_000, 7, 30), (100_000, 62_000, 0, 1))


def main() -> int:
    parser = parser_for(__doc__, runs=5)
    parser.add_argument("--hmarr-runs", type=int, default=1, help="runs beside hmarr (default: %(default)s)")
    add_peer_options(parser)
    options = parser.parse_args()
    where_we_are()
    with tempfile.TemporaryDirectory() as folder:
        for files, rules, wild, times in SIZES:
            title = f"{files:,} paths, {rules:,} rules{', 15 % with wildcards' if wild else ''}"
            place = os.path.join(folder, f"{files}-{wild}")
            check_out = options.hmarr_runs > 0
            repository = make_repository(place, files, rules, wild=wild, check_out=check_out)
            ours = ours_in(options, repository)
            timed = table(title, [ours], options.runs)
            claim("the median", median(timed[OURS]), 3, " s")
            peers = peers_in(options, repository, "hmarr") if options.hmarr_runs else []
            if peers:
                beside = table(f"{title}, beside hmarr", [ours, *peers], options.hmarr_runs)
                faster(beside, peers, {"hmarr": times})
    return 0


if __name__ == "__main__":
    sys.exit(main())
