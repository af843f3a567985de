"""Whether the person at the terminal agrees to what was shown."""

import os
import sys

from trailers.cli.terminal import Terminal


def agrees(count: int) -> bool:
    """What the person at the terminal says to so many changes; no where there is none."""
    try:
        device = os.open("/dev/tty", os.O_RDWR | os.O_NOCTTY)
    except OSError:
        print("there is no terminal to ask at: --yes makes the change", file=sys.stderr)
        return False
    sys.stdout.flush()
    with (
        open(device, encoding="utf-8", errors="replace") as reading,
        open(os.dup(device), "w", encoding="utf-8", errors="backslashreplace") as writing,
    ):
        what = "this change" if count == 1 else f"these {count} changes"
        return Terminal(reading, writing).agrees(f"Make {what}? [y/N]")
