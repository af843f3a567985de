"""Which engine scans: Hyperscan where it is installed and pays, the standard library otherwise.

Loading Hyperscan and a kept database takes some milliseconds, compiling one some tenths of a second. So a few
small files are done sooner without it. A commit that misses the database is scanned without it and leaves
a note; the next one compiles it, once. Where nothing can be kept (no home, a container of CI) only a large
scan compiles it.
"""

from importlib import import_module

from trailers.typed import TYPE_CHECKING, Callable, Sequence, cast

if TYPE_CHECKING:
    from trailers.secrets.detector import Detector
    from trailers.secrets.prefilter.gates import GateTable
    from trailers.secrets.prefilter.hyperscan_database import Kept, Supersets
    from trailers.secrets.prefilter.hyperscan_engine import HyperscanPrefilter
    from trailers.secrets.prefilter.hyperscan_library import Library
    from trailers.secrets.prefilter.prefilter import Prefilter

PAYS_TO_LOAD = 64 << 10  # bytes to scan
PAYS_TO_COMPILE = 8 << 20


def prefilter_for(detectors: "Sequence[Detector]", table: "GateTable", cache: str, size: int) -> "Prefilter":
    """Choose for a scan of about `size` bytes; `cache` is a directory for compiled databases, "" for none."""
    if detectors and size >= PAYS_TO_LOAD:
        from trailers.secrets.prefilter.hyperscan_database import supersets

        patterns = [(detector.pattern.encode(), 0) for detector in detectors]
        engine = hyperscan_for(repr(patterns), lambda: supersets(patterns), cache, size, widths=table[0])
        if engine is not None:
            return engine
    from trailers.secrets.prefilter.stdlib import StdlibPrefilter

    return StdlibPrefilter(table)


def hyperscan_for(
    name: str, derive: "Callable[[], Supersets]", cache: str, size: int, *, widths: Sequence[int] = ()
) -> "HyperscanPrefilter | None":
    """Give the engine; None where Hyperscan is not installed, does not pay or cannot take the expressions.

    `name` is another one for other expressions, and `derive` gives these where they have to be compiled.
    """
    library = hyperscan()
    if library is None:
        return None
    from trailers.secrets.prefilter.hyperscan_cache import Cache
    from trailers.secrets.prefilter.hyperscan_database import compiled, database_key, engine

    try:
        place = Cache(cache, database_key(library, name))
        kept = _loaded(library, place.read(), widths)
        if kept is not None:
            return kept
        if size < PAYS_TO_COMPILE and not place.is_wanted():
            return None
        made = compiled(library, derive())
        place.write(*made)
        return engine(library, made, widths)
    except library.error:
        return None


def _loaded(library: "Library", kept: "Kept | None", widths: Sequence[int]) -> "HyperscanPrefilter | None":
    """Give the engine of a kept database, None for what another build of the library wrote."""
    from trailers.secrets.prefilter.hyperscan_database import engine

    try:
        return engine(library, kept, widths) if kept else None
    except library.error:
        return None


def hyperscan() -> "Library | None":
    """Give the library where it is installed and can be loaded on this machine."""
    try:
        return cast("Library", import_module("hyperscan"))
    except ImportError:
        return None
