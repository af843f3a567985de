"""Claim: on CredData, which we were not trained on, F1 at least 0.60 and precision at least 0.80, by labels.

DATA and META are the folders `data` and `meta` that Samsung/CredData's `download_data.py` makes. A label is
told where a finding touches its lines. T is a credential; F and X, which the data set calls a test value or
a placeholder, are none, and do not count on lines with a credential. Neither do findings without a label.
All that is told counts, of us and of the peers: the data set calls a credential in a test one too, where
ours are warnings. What blocks is printed beside it.
"""

import csv
import os
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from secrets_peers import INSTALL, secrets_parser
from timing import where_we_are

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from tests.secrets_accuracy.tools import Spot, ours, peer, programs  # the checkout's


class Label(NamedTuple):
    path: str
    first: int
    last: int
    true: bool


def main() -> int:
    parser = secrets_parser(__doc__, runs=1)
    parser.add_argument("data", metavar="DATA")
    parser.add_argument("meta", metavar="META")
    parser.add_argument("--credsweeper", default="", metavar="PATH", help="pip install credsweeper")
    parser.add_argument("--no-ours", action="store_true", help="score the peers only")
    options = parser.parse_args()
    where_we_are()
    data = os.path.abspath(options.data)
    labels = _judgeable(_labels(os.path.abspath(options.meta), data))
    repositories = len({label.path.split("/")[0] for label in labels})
    true = sum(label.true for label in labels)
    print(f"{repositories} repositories, {true:,} credentials, {len(labels) - true:,} labelled as none")
    print(f"{'':26}{'precision':>10}{'recall':>9}{'F1':>8}")
    if not options.no_ours:
        told = ours(data)
        precision, f1 = _scored("undersign", labels, told)
        _scored("undersign, errors only", labels, (spot for spot in told if spot.blocks))
        print(f"  {'holds' if precision >= 0.8 else 'MISSED'}: precision at least 0.80")
        print(f"  {'holds' if f1 >= 0.6 else 'MISSED'}: F1 at least 0.60")
    given = [f"{name}={getattr(options, name.replace('-', '_'))}" for name in (*INSTALL, "credsweeper")]
    for name, at in programs(given).items():
        _scored(name, labels, peer(name, at, data))
    return 0


def _labels(meta: str, data: str) -> Iterator[Label]:
    """The labels whose file is here; a whole-line and a value label of one line are one."""
    for name in sorted(os.listdir(meta)):
        with open(os.path.join(meta, name), encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                path = row["FilePath"].partition("/")[2]
                if os.path.exists(os.path.join(data, path)):
                    lines = int(row["LineStart"]), int(row["LineEnd"])
                    yield Label(path, *lines, row["GroundTruth"] == "T")


def _judgeable(labels: Iterable[Label]) -> list[Label]:
    """Each label once; on a line with a credential and something else a finding says nothing of the other."""
    once = sorted(set(labels))
    true = {(label.path, line) for label in once if label.true for line in range(label.first, label.last + 1)}
    return [label for label in once if label.true or (label.path, label.first) not in true]


def _scored(name: str, labels: Iterable[Label], spots: Iterable[Spot]) -> tuple[float, float]:
    """Print precision, recall and F1; the first and the last of them."""
    lines = defaultdict(set)
    for spot in spots:
        lines[spot.path].update(range(spot.first, spot.last + 1))
    told = [label for label in labels if lines[label.path].intersection(range(label.first, label.last + 1))]
    right = sum(label.true for label in told)
    precision = right / max(len(told), 1)
    recall = right / max(sum(label.true for label in labels), 1)
    f1 = 2 * precision * recall / max(precision + recall, 1e-9)
    print(f"{name:26}{precision:10.3f}{recall:9.3f}{f1:8.3f}", flush=True)
    return precision, f1


if __name__ == "__main__":
    sys.exit(main())
