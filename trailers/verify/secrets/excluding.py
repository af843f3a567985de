"""What the policy leaves out."""

from trailers.policy.globs import path_matches
from trailers.typed import Sequence
from trailers.verify.secrets.looked import Looked
from trailers.verify.secrets.source import Source


def without_excluded(sources: Sequence[Source], patterns: Sequence[str], looked: Looked) -> list[Source]:
    """The sources that no pattern excludes; the others are counted."""
    kept = [source for source in sources if not is_excluded(source.name, patterns)]
    if len(kept) < len(sources):
        looked.tally("excluded", len(sources) - len(kept))
    return kept


def is_excluded(name: str, patterns: Sequence[str]) -> bool:
    """Whether one of the patterns is about the file, or about a directory that it is in."""
    return any(path_matches(pattern, name) for pattern in patterns)
