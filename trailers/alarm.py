"""A limit of time on code that is not ours: a regular expression of a user's can take years on one line.

The alarm of the system interrupts Python's `re` too. Where there is none (Windows), and beside the main
thread, nothing is limited.
"""

from contextlib import contextmanager
from types import FrameType

from trailers.typed import Iterator

_AGAIN = 1.0  # seconds: code that swallows the exception gets it once more


class TookTooLongError(Exception):
    """The time is up."""


@contextmanager
def at_most(seconds: float) -> Iterator[None]:
    """Raise TookTooLongError inside the block when that much time has gone by."""
    import signal
    import threading

    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGALRM, _ring)
    try:
        signal.setitimer(signal.ITIMER_REAL, seconds, _AGAIN)
        try:
            yield
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)
    finally:
        # Once more, for one that rang while it was put off.
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def _ring(_: int, __: FrameType | None) -> None:
    raise TookTooLongError
