"""How the work grows with its input: linear growth told from quadratic, whatever else the machine does.

Eight times the input takes a linear reader about 8 times as long, a quadratic one 64 times. Processor
time is compared, never a clock with a limit; the best of several runs counts, and the input is made so
large that the clock's grain does not matter.
"""

import gc
from collections.abc import Callable
from time import process_time

FACTOR = 8
LINEAR = 24  # between 8 and 64, with room for caches and memory
_LONG_ENOUGH = 0.004  # seconds


def growth(prepare: Callable[[int], Callable[[], object]], size: int = 20_000) -> float:
    """How many times as long `prepare(8 * size)()` takes as `prepare(size)()`, at the least."""
    ratio = float("inf")
    for _ in range(3):
        small = _best(prepare(size))
        while small < _LONG_ENOUGH and size < 1_000_000:
            size *= 4
            small = _best(prepare(size))
        ratio = min(ratio, _best(prepare(FACTOR * size)) / max(small, _LONG_ENOUGH))
        if ratio < LINEAR:
            break
    return ratio


def _best(run: Callable[[], object]) -> float:
    # Looking for cycles costs more the more objects there are; the commands do without.
    gc.collect()
    gc.disable()
    best = float("inf")
    try:
        for _ in range(3):
            start = process_time()
            run()
            best = min(best, process_time() - start)
    finally:
        gc.enable()
    return best
