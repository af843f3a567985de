"""Compare the fast way with the slow one on random files: `python -m tests.owners_fuzz --count 10000`."""

import argparse
import sys
from itertools import chain

from tests.owners_fuzz.files import Case, cases
from trailers.ownership.decision import Decision
from trailers.ownership.matching.decide import decide
from trailers.ownership.matching.slow import decide_slowly


def differences(seed: int, count: int) -> list[tuple[Case, Decision, Decision]]:
    """(case, the slow answer, the fast one) where the two differ."""
    found = []
    for case in cases(seed, count):
        slow, fast = decide_slowly(*case), decide(*case)
        if plain(slow) != plain(fast):
            found.append((case, slow, fast))
    return found


def plain(decision: Decision) -> tuple[list[tuple[int, ...]], list[int], list[list[int]]]:
    """What is decided, in one form: what an entry matches can be told in many stretches."""
    spans = [sorted(chain.from_iterable(own)) for own in decision.spans]
    return list(decision.deciding), list(decision.matched), spans


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    found = differences(options.seed, options.count)
    for case, slow, fast in found[:5]:
        print(f"{case.combines}: {[entry.matches for entry in case.codeowners.entries]}\n  {case.paths}")
        print(f"  slow: {slow.deciding} {slow.matched}\n  fast: {fast.deciding} {fast.matched}")
    print(f"{options.count} rule files, {len(found)} differences", file=sys.stderr)
    return 1 if found else 0


if __name__ == "__main__":
    raise SystemExit(main())
