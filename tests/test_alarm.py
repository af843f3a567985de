"""A limit of time holds on a regular expression too, and leaves nothing behind."""

import re
import signal
import threading
from time import monotonic, sleep

import pytest

from trailers.alarm import TookTooLongError, at_most

EXPLOSIVE = re.compile("(x+x+)+y")


def test_an_expression_is_stopped():
    with pytest.raises(TookTooLongError), at_most(0.05):
        EXPLOSIVE.search("x" * 60)


def test_code_that_swallows_it_is_stopped():
    def stubborn():
        try:
            sleep(30)
        except TookTooLongError:
            sleep(30)

    with pytest.raises(TookTooLongError), at_most(0.05):
        stubborn()


def test_nothing_is_left_behind():
    before = signal.getsignal(signal.SIGALRM)
    with at_most(30):
        assert signal.getitimer(signal.ITIMER_REAL)[0] > 0
    assert signal.getitimer(signal.ITIMER_REAL) == (0.0, 0.0)
    assert signal.getsignal(signal.SIGALRM) is before


def test_beside_the_main_thread_nothing_is_limited():
    ended = []

    def work():
        with at_most(0.01):
            end = monotonic() + 0.05
            while monotonic() < end:
                pass
            ended.append(True)

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert ended == [True]
