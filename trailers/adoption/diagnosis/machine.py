"""The machine and the process that look: what the edge knows and passes on."""

import datetime as dt

from trailers.typed import Mapping, NamedTuple


class Machine(NamedTuple):
    """Where undersign runs.

    `prefix` is the environment of its Python, `isolated` whether that was started with -I. `programs` are
    those hook runners that are on PATH. `cache` is where the scanner keeps its database, empty where it keeps
    none, `cache_writable` whether it can; `fast` whether the extra of that name is installed. `installed` are
    the packages of the environment, in lower case with dashes.
    """

    environ: Mapping[str, str]
    today: dt.date
    python: str
    prefix: str
    isolated: bool
    programs: frozenset[str] = frozenset()
    cache: str = ""
    cache_writable: bool = True
    fast: bool = False
    installed: frozenset[str] = frozenset()
