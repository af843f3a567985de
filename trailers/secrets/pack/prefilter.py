"""The engine for the pack's detectors, of whose derivation nothing is left to do when a hook runs."""

from trailers.secrets.pack.table import DERIVED, WIDTHS
from trailers.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from trailers.secrets.prefilter.hyperscan_database import Supersets
    from trailers.secrets.prefilter.prefilter import Prefilter


def pack_prefilter(cache: str, size: int) -> "Prefilter":
    """Choose for a scan of about `size` bytes; `cache` is a directory for compiled databases, "" for none."""
    from trailers.secrets.prefilter.choosing import PAYS_TO_LOAD, hyperscan_for

    if size >= PAYS_TO_LOAD:
        engine = hyperscan_for(DERIVED, _supersets, cache, size, widths=WIDTHS)
        if engine is not None:
            return engine
    from trailers.secrets.pack.gates import GATES
    from trailers.secrets.prefilter.stdlib import StdlibPrefilter

    return StdlibPrefilter(GATES)


def pack_words(index: int) -> tuple[bytes, ...]:
    """What the matches of a detector begin with: see prefilter/beginnings.py."""
    from trailers.secrets.pack.gates import GATES
    from trailers.secrets.prefilter.beginnings import beginnings

    return beginnings(GATES, index)


def _supersets() -> "Supersets":
    from trailers.secrets.pack.supersets import SUPERSETS

    return SUPERSETS
