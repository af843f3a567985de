"""Which of many short texts a scanner has to look at: they are searched together."""

from bisect import bisect_right

from trailers.typed import Sequence
from trailers.verify.secrets.setting import Candidates

_BETWEEN = b"\n\n"


def suspects(texts: Sequence[bytes], candidates: Candidates | None) -> list[int]:
    """The numbers of the texts in which something may be found; all where nobody can tell."""
    if candidates is None:
        return [number for number, text in enumerate(texts) if text]
    starts = []
    at = 0
    for text in texts:
        starts.append(at)
        at += len(text) + len(_BETWEEN)
    found: dict[int, None] = {}
    for _, offset in candidates(_BETWEEN.join(texts)):
        number = bisect_right(starts, offset) - 1
        found[number] = None
        # A pair can stand at the end of a match: its text is the one before where it is at the border.
        if number and offset == starts[number]:
            found[number - 1] = None
    return sorted(found)
