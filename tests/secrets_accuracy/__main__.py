"""Score scanners on a generated set: `python -m tests.secrets_accuracy [--peer NAME=PATH …]`.

The set has secrets of many kinds, drawn anew by `--seed` from the formats that vendors document, and files
that hold none and look as if they did. It is written to a folder for the run and never kept.
"""

import argparse
import os
import sys
import tempfile
from collections.abc import Sequence

from tests.secrets_accuracy.cases import Case
from tests.secrets_accuracy.negatives import negatives
from tests.secrets_accuracy.positives import KINDS, positives
from tests.secrets_accuracy.scoring import Score, score
from tests.secrets_accuracy.tools import Spot, ours, peer, programs

GOALS = (("recall", 0.97), ("false positives", 0.005), ("F1", 0.95))


def main() -> int:
    options = _options()
    cases = [*positives(options.seed, options.each), *negatives(options.seed, 2 * options.each)]
    with tempfile.TemporaryDirectory(prefix="files-") as folder:
        written(cases, folder)
        secrets = sum(case.first > 0 for case in cases)
        sizes = f"{secrets} secrets of {len(KINDS)} kinds, {len(cases) - secrets} files without any"
        print(f"{sizes}, seed {options.seed}")
        scores = _scores(cases, folder, options)
    _table(scores)
    for name, mine in scores.items():
        if options.kinds or name.startswith("undersign"):
            _kinds(name, mine)
    return 0 if options.no_ours else _judged(scores["undersign"])


def written(cases: Sequence[Case], folder: str) -> None:
    """Write each case's file."""
    for case in cases:
        path = os.path.join(folder, case.path)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w", encoding="utf-8", newline="") as file:
            file.write(case.text)


def _scores(cases: Sequence[Case], folder: str, options: argparse.Namespace) -> dict[str, Score]:
    told: dict[str, list[Spot]] = {}
    if not options.no_ours:
        all_of_ours = ours(folder)
        told["undersign"] = [spot for spot in all_of_ours if spot.blocks]
        told["undersign, warnings too"] = all_of_ours
    for name, program in programs(options.peer).items():
        told[name] = peer(name, program, folder)
    return {name: score(cases, spots) for name, spots in told.items()}


def _table(scores: dict[str, Score]) -> None:
    print(f"{'':26}{'recall':>9}{'false +':>9}{'F1':>8}")
    for name, mine in scores.items():
        rates = f"{mine.recall:9.1%}{mine.false_positive_rate:9.2%}{mine.f1:8.3f}"
        print(f"{name:26}{rates}   {mine.recalled} of {mine.secrets}, {mine.told} of {mine.others}")


def _kinds(name: str, mine: Score) -> None:
    for what, kinds in (("missed", mine.missed), ("told without reason", mine.wrong)):
        rows = ", ".join(f"{kind} {count}" for kind, count in sorted(kinds.items()))
        print(f"\n{name}, {what}: {rows or 'none'}")


def _judged(mine: Score) -> int:
    holds = (mine.recall >= 0.97, mine.false_positive_rate <= 0.005, mine.f1 >= 0.95)
    for (name, goal), good in zip(GOALS, holds, strict=True):
        print(f"{'holds' if good else 'MISSED'}: {name} {goal:g}")
    return 0 if all(holds) else 1


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--seed", type=int, default=1, help="draws other tokens (default: %(default)s)")
    parser.add_argument("--each", type=int, default=4, help="secrets of each kind (default: %(default)s)")
    parser.add_argument("--peer", action="append", default=[], metavar="NAME=PATH", help="a peer not on PATH")
    parser.add_argument("--kinds", action="store_true", help="print misses by kind for the peers too")
    parser.add_argument("--no-ours", action="store_true", help="score the peers only")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
