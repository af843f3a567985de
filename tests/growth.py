"""How the work grows with its input: linear growth told from quadratic, whatever else the machine does.

Eight times the input takes a linear reader about 8 times as long, a quadratic one 64 times. Processor
time is compared, never a clock with a limit, and the input is made so large that the clock's grain does not
matter. What disturbs a run makes it longer: the small input's best run of several counts, and the large one
is run again only while it looks more than linear.
"""

import gc
from collections.abc import Callable
from time import process_time

FACTOR = 8
LINEAR = 32  # between 8 and 64: what no longer fits a cache, or takes fresh pages, costs up to thrice as much
_LONG_ENOUGH = 0.004  # seconds


def growth(prepare: Callable[[int], Callable[[], object]], size: int = 20_000) -> float:
    """How many times as long `prepare(8 * size)()` takes as `prepare(size)()`, at the least."""
    small = _best(prepare(size))
    while small < _LONG_ENOUGH and size < 1_000_000:
        size *= 2
        small = _best(prepare(size))
    large = prepare(FACTOR * size)
    ratio = float("inf")
    for _ in range(9):
        ratio = min(ratio, _seconds(large) / max(small, _LONG_ENOUGH))
        if ratio < LINEAR:
            break
    return ratio


def _best(run: Callable[[], object]) -> float:
    return min(_seconds(run) for _ in range(3))


def _seconds(run: Callable[[], object]) -> float:
    # Looking for cycles costs more the more objects there are; the commands do without.
    gc.disable()
    try:
        start = process_time()
        run()
        return process_time() - start
    finally:
        gc.enable()
