"""Time whole commands in turn, A B A B …, so that a slow minute of the machine hits all of them."""

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple


class Contender(NamedTuple):
    """A command to time. `note` says what it does, where that is not the same as what we do.

    `before` is done before each run, and not timed.
    """

    name: str
    command: Sequence[str]
    directory: str = "."
    note: str = ""
    environ: Mapping[str, str] = {}
    before: Callable[[], None] | None = None


class Run(NamedTuple):
    """One run: wall and processor seconds, peak MiB of its largest process, and the exit code."""

    wall: float
    processor: float
    memory: float
    code: int


def run_once(contender: Contender) -> Run:
    """Run a command; what it prints is thrown away. Processor time and memory include its children."""
    if contender.before:
        contender.before()
    with open(os.devnull, "r+b") as null:
        start = time.perf_counter()
        child = subprocess.Popen(
            contender.command,
            cwd=contender.directory,
            env={**os.environ, **contender.environ},
            stdin=null,
            stdout=null,
            stderr=null,
        )
        _, status, usage = os.wait4(child.pid, 0)
        wall = time.perf_counter() - start
    child.returncode = os.waitstatus_to_exitcode(status)
    unit = 1024 * 1024 if sys.platform == "darwin" else 1024  # bytes on macOS, KiB elsewhere
    return Run(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / unit, child.returncode)


def in_turn(contenders: Sequence[Contender], runs: int) -> dict[str, list[Run]]:
    """The runs of each, by name, after one run of each that does not count."""
    timed: dict[str, list[Run]] = {contender.name: [] for contender in contenders}
    for number in range(runs + 1):
        for contender in contenders:
            run = run_once(contender)
            if number:
                timed[contender.name].append(run)
    return timed


def ratio(some: Sequence[Run], others: Sequence[Run]) -> float:
    """How many times the wall time of `others` the time of `some` is: the median over the pairs of runs."""
    return statistics.median(one.wall / other.wall for one, other in zip(some, others, strict=True))


def processor_ratio(some: Sequence[Run], others: Sequence[Run]) -> float:
    """As `ratio`, of processor time, which the machine's other work hardly changes."""
    return statistics.median(one.processor / other.processor for one, other in zip(some, others, strict=True))


def median(runs: Sequence[Run]) -> float:
    """The median wall time, in seconds."""
    return statistics.median(run.wall for run in runs)


def table(title: str, contenders: Sequence[Contender], runs: int) -> dict[str, list[Run]]:
    """Time all in turn and print a row for each, with its ratio to the first row."""
    timed = in_turn(contenders, runs)
    first = timed[contenders[0].name]
    print(f"\n{title}: {runs} runs of each, in turn")
    print(f"  {'':34}{'min':>9}{'median':>9}{'max':>9}{'cpu':>9} ms {'MiB':>6}  exit  wall x  cpu x")
    for contender in contenders:
        mine = timed[contender.name]
        walls = [run.wall for run in mine]
        processor = statistics.median(run.processor for run in mine)
        figures = (min(walls), statistics.median(walls), max(walls), processor)
        times = "".join(f"{1000 * figure:9.1f}" for figure in figures)
        print(
            f"  {contender.name:34}{times}    {max(run.memory for run in mine):6.1f}  {mine[-1].code:4}"
            f"  {ratio(mine, first):6.2f} {processor_ratio(mine, first):6.2f}  {contender.note}".rstrip()
        )
    return timed


def claim(what: str, value: float, limit: float, unit: str = "") -> None:
    """Print a figure beside the most that is claimed for it. Nothing fails: machines differ."""
    verdict = "holds" if value <= limit else "MISSED"
    print(f"  {verdict}: {what}: {value:.2f}{unit} (at most {limit:g}{unit})")


def where_we_are() -> None:
    """Print what a reader of figures has to know: the Python, git, and how busy the machine is."""
    git = subprocess.run(["git", "version"], capture_output=True, text=True, check=True).stdout.strip()
    load = f", load {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else ""
    print(f"Python {sys.version.split()[0]}, {git}, {os.cpu_count()} processors{load}")
