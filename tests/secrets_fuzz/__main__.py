"""`python -m tests.secrets_fuzz --count N`: no match of any pattern is missed by the prefilter.

First the pack's patterns with texts made for them, then random patterns over bytes and over str, and random
texts with what they match in them. Exit code 1 with the first counter-example, and its seed.
"""

import argparse
import warnings
from random import Random

from tests.secrets_fuzz.expressions import expression, sample
from tests.secrets_fuzz.property import missed, missed_by
from trailers.secrets.pack.gates import GATES
from trailers.secrets.pack.table import DETECTORS
from trailers.secrets.prefilter.stdlib import StdlibPrefilter


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    warnings.simplefilter("ignore")
    for seed in range(options.seed, options.seed + options.count):
        problem = tried(seed) or (missed_of_the_pack(seed) if seed % 1000 == 0 else "")
        if problem:
            print(f"seed {seed}: {problem}")
            return 1
    print(f"{options.count} patterns: nothing missed")
    return 0


def missed_of_the_pack(seed: int) -> str:
    """What is missed of the pack's patterns in texts of this seed; empty: nothing."""
    prefilter = StdlibPrefilter(GATES)
    random = Random(seed)
    for index, detector in enumerate(DETECTORS):
        text = sample(random, detector.pattern, text=False)
        if problem := missed_by(prefilter, index, detector.pattern, text, of_str=False):
            return f"{detector.name}: {problem}"
    return ""


def tried(seed: int) -> str:
    """The problem with the pattern of this seed; empty: none."""
    random = Random(seed)
    of_str = bool(seed % 2)
    pattern = expression(random, text=of_str)
    for _ in range(3):
        if problem := missed(pattern, sample(random, pattern, text=of_str), of_str=of_str):
            return problem
    return ""


if __name__ == "__main__":
    raise SystemExit(main())
