"""Work in several processes: batches are taken one by one as they get done, and results come in order.

Each worker is a fork, so that it has all that was prepared; it takes the number of its next batch from one
pipe and writes its results to another. Nothing is started where one process will do.
"""

import os

from trailers.typed import Callable, NamedTuple, Sequence

Work = Callable[[int], bytes]  # the result of a batch, by its number

MOST = 2048  # batches: their numbers fit into a pipe of 16 KiB, the smallest that systems give
_NUMBER = 8  # bytes that a number takes in a pipe
_CHUNK = 1 << 18  # bytes read at once


class Lost(NamedTuple):
    """What became of a batch whose worker ended before it was done."""

    why: str


def processors() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def can_fork() -> bool:
    """Whether this process may fork: the system can, and no thread holds a lock that it would keep."""
    import sys

    threading = sys.modules.get("threading")
    return hasattr(os, "fork") and (threading is None or threading.active_count() == 1)


def in_processes(
    work: Work, order: Sequence[int], processes: int, done: Callable[[int], None] | None = None
) -> dict[int, bytes | Lost]:
    """The result of each batch in `order`, by its number; the largest ones should come first.

    A batch whose worker dies is Lost, and the other workers go on. `done` is told the number of each batch
    that is ready. With one process, or where there is no fork, all is done here.
    """
    assert len(order) <= MOST
    if processes < 2 or len(order) < 2 or not can_fork():
        results: dict[int, bytes | Lost] = {}
        for number in order:
            results[number] = work(number)
            if done:
                done(number)
        return results
    return _Workers(work, order, min(processes, len(order))).results(done or (lambda _: None))


class _Workers:
    """The workers of one run, with the end of the pipe from which to read what each has done."""

    def __init__(self, work: Work, order: Sequence[int], processes: int) -> None:
        self.order = order
        self.pipes: dict[int, int] = {}  # the process, by its pipe
        queue, feed = os.pipe()
        try:
            _write_all(feed, b"".join(number.to_bytes(_NUMBER) for number in order))
            os.close(feed)
            for _ in range(processes):
                self._start(work, queue)
        finally:
            os.close(queue)
            if len(self.pipes) < processes:
                self.stop()

    def _start(self, work: Work, queue: int) -> None:
        reading, writing = os.pipe()
        child = os.fork()
        if not child:
            _serve(work, queue, writing)
        os.close(writing)
        self.pipes[reading] = child

    def results(self, done: Callable[[int], None]) -> dict[int, bytes | Lost]:
        found: dict[int, bytes | Lost] = {}
        reasons = []
        buffers = {pipe: bytearray() for pipe in self.pipes}
        try:
            while self.pipes:
                for pipe in _readable(list(self.pipes)):
                    chunk = os.read(pipe, _CHUNK)
                    buffers[pipe] += chunk
                    for number, result in _whole(buffers[pipe]):
                        found[number] = result
                        done(number)
                    if not chunk:
                        reasons.append(self._ended(pipe))
        finally:
            self.stop()
        lost = Lost(next(filter(None, reasons), "its process ended too early"))
        return {number: found.get(number, lost) for number in self.order}

    def _ended(self, pipe: int) -> str:
        """Why the worker of this pipe ended; empty where it had done all that it took."""
        child = self.pipes.pop(pipe)
        os.close(pipe)
        code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        return (
            ""
            if code == 0
            else f"its process was killed by signal {-code}"
            if code < 0
            else "its process failed"
        )

    def stop(self) -> None:
        """End what still runs."""
        for pipe, child in self.pipes.items():
            os.close(pipe)
            os.kill(child, 9)
            os.waitpid(child, 0)
        self.pipes.clear()


def _serve(work: Work, queue: int, writing: int) -> None:
    """What a worker does: batch after batch, and out, past all that its parent would do at its end."""
    code = 1
    try:
        while number := os.read(queue, _NUMBER):
            result = work(int.from_bytes(number))
            _write_all(writing, number + len(result).to_bytes(_NUMBER) + result)
        code = 0
    finally:
        if code:
            # A defect, or a reader that is gone: the parent tells which batch is missing.
            import traceback

            traceback.print_exc()
        os._exit(code)


def _whole(buffer: bytearray) -> list[tuple[int, bytes]]:
    """Take the results that are whole from the front of a buffer."""
    found = []
    start = 0
    while len(buffer) - start >= 2 * _NUMBER:
        number = int.from_bytes(buffer[start : start + _NUMBER])
        begin = start + 2 * _NUMBER
        end = begin + int.from_bytes(buffer[start + _NUMBER : begin])
        if end > len(buffer):
            break
        found.append((number, bytes(buffer[begin:end])))
        start = end
    del buffer[:start]
    return found


def _readable(pipes: list[int]) -> list[int]:
    import select

    return select.select(pipes, [], [])[0]


def _write_all(pipe: int, data: bytes) -> None:
    view = memoryview(data)
    while view:
        view = view[os.write(pipe, view) :]
