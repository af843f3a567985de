"""`undersign hook TOOL`: what the shared settings of an assistant call."""

import os
import sys

from trailers.typed import NoReturn


def become_hook(tool: str) -> NoReturn:
    """Go on as the hook, isolated, so that no module of the project can stand in for ours."""
    os.execv(sys.executable, [sys.executable, "-I", "-mhooks.assistant", tool])  # noqa: S606
