"""Whether the person at the terminal agrees to what was shown."""

import sys

from trailers.cli.terminal import own_terminal


def agrees(count: int) -> bool:
    """What the person at the terminal says to so many changes; no where there is none."""
    with own_terminal() as terminal:
        if terminal is None:
            print("there is no terminal to ask at: --yes makes the change", file=sys.stderr)
            return False
        sys.stdout.flush()
        what = "this change" if count == 1 else f"these {count} changes"
        return terminal.agrees(f"Make {what}? [y/N]")
