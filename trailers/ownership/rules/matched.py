"""Which paths some entries match, whoever decides about them."""

from trailers.ownership.codeowners import Entry
from trailers.ownership.decision import Spans
from trailers.ownership.matching.decide import spans_of
from trailers.typed import Iterator, Sequence


def matched_paths(entries: Sequence[Entry], paths: Sequence[str]) -> Iterator[tuple[int, Spans]]:
    """The place of each entry that matches something, and of what; `paths` are sorted by their bytes."""
    for at, spans in enumerate(spans_of([entry.matches for entry in entries], paths)):
        if spans:
            yield at, spans
