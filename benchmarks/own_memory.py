"""The greatest memory of our own processes in a run: git's, which they start, is not ours to answer for."""

import subprocess
import time
from collections.abc import Iterator

from timing import Contender

_OFTEN = 0.01  # seconds between two looks


def own_peak(contender: Contender) -> float:
    """MiB of the largest process of the command that is not git (Linux: proc_pid_status(5), VmHWM)."""
    peak = 0.0
    process = subprocess.Popen(
        contender.command, cwd=contender.directory, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    while process.poll() is None:
        peak = max(peak, *(_peak(one) for one in _family(process.pid)), 0.0)
        time.sleep(_OFTEN)
    return peak


def _family(process: int) -> Iterator[int]:
    yield process
    for child in _read(f"/proc/{process}/task/{process}/children").split():
        yield from _family(int(child))


def _peak(process: int) -> float:
    lines = (line.partition(":") for line in _read(f"/proc/{process}/status").split("\n"))
    fields = {name: value.strip() for name, _, value in lines}
    if fields.get("Name", "git").startswith("git"):
        return 0.0
    return int(fields.get("VmHWM", "0 kB").split()[0]) / 1024


def _read(path: str) -> str:
    try:
        with open(path, encoding="utf-8", errors="replace") as file:
            return file.read()
    except OSError:  # it has ended meanwhile
        return ""
