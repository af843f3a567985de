"""Work in several processes gives what it gives in one."""

import subprocess
import sys

import pytest

from trailers.workers import Lost, in_processes

KILLED = Lost("its process was killed by signal 9")


def squares(number):
    return b"%d" % number**2


@pytest.mark.parametrize("processes", [1, 2, 3])
@pytest.mark.parametrize(
    "order", [[], [0], [2, 0, 1], list(range(2000))], ids=["none", "one", "three", "many"]
)
def test_the_same_results(processes, order):
    told = []
    assert in_processes(squares, order, processes, told.append) == {one: squares(one) for one in order}
    assert sorted(told) == sorted(order)


def spawned(program):
    """What a process of its own prints: these tests run beside threads, which no fork may be made of."""
    command = [sys.executable, "-I", "-c", HEAD + program]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return done.stdout, done.stderr


HEAD = """
import os
from trailers.workers import in_processes
def killed(number):
    if number in lethal:
        os.kill(os.getpid(), 9)
    return b"%d" % number
"""


def test_it_is_done_by_others():
    output, _ = spawned(
        "print(b'%d' % os.getpid() in in_processes(lambda _: b'%d' % os.getpid(), [0, 1], 2).values())"
    )
    assert output == "False\n"


def test_large_results():
    program = """
found = in_processes(lambda number: bytes([number]) * 3_000_000, [0, 1, 2], 2)
print([(number, set(result), len(result)) for number, result in found.items()])
"""
    assert spawned(program)[0] == f"{[(number, {number}, 3_000_000) for number in range(3)]}\n"


@pytest.mark.parametrize(
    ("lethal", "expected"),
    [
        ("[3]", {0: b"0", 1: b"1", 2: b"2", 3: KILLED, 4: b"4"}),
        ("range(5)", dict.fromkeys(range(5), KILLED)),
    ],
)
def test_workers_that_are_killed(lethal, expected):
    output, _ = spawned(f"lethal = {lethal}\nprint(in_processes(killed, [0, 1, 2, 3, 4], 2))")
    assert output == f"{expected}\n"


def test_a_worker_with_a_defect():
    output, error = spawned("print(in_processes(lambda n: b'x' if n else b'%d' % (1 // n), [0, 1], 2))")
    assert output == f"{ {0: Lost('its process failed'), 1: b'x'} }\n"
    assert "ZeroDivisionError" in error


def test_no_child_is_left():
    program = (
        "in_processes(lambda n: b'', [0, 1], 2)\ntry: os.wait()\nexcept ChildProcessError: print('none')"
    )
    assert spawned(program)[0] == "none\n"


def test_no_fork_beside_threads():
    program = """
import threading
held = threading.Event()
threading.Thread(target=held.wait, daemon=True).start()
print(set(in_processes(lambda n: b"%d" % os.getpid(), [0, 1], 2).values()) == {b"%d" % os.getpid()})
held.set()
"""
    assert spawned(program)[0] == "True\n"
