"""What `undersign secrets scan` does: look, and tell."""

import os
import sys

from trailers.cli.reporting import telling
from trailers.cli.secrets.telling import tell, wanted_by
from trailers.cli.secrets.watched import look_watched
from trailers.errors import UsageError
from trailers.verify.secrets.asked import Asked
from trailers.verify.secrets.cache_home import cache_home
from trailers.verify.secrets.edge import Edge


def scan(asked: Asked) -> int:
    """Look at what was asked for, print the report, and give the exit code."""
    telling(wanted_by(asked))  # what cannot be told is not worth a look
    if asked.mode not in ("", "default", "compat"):
        raise UsageError(f"--mode takes default, compat, not {asked.mode!r}")
    return tell(asked, look_watched(asked, edge_here()))


def edge_here() -> Edge:
    """What this process has."""
    return Edge(os.environ, cache_home(os.environ, sys.platform), _read_stdin)


def _read_stdin(size: int) -> bytes:
    return os.read(0, size)
