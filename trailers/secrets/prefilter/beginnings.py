"""What the matches of a detector begin with, as its gates tell it.

An engine that tells only where matches end leaves a search through all that one can reach; where each begins
with one of a few words, these are found much sooner.
"""

from trailers.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from trailers.secrets.prefilter.gates import GateTable

_MOST = 16  # words: more of them are not found sooner than by the pattern


def beginnings(table: "GateTable", index: int) -> tuple[bytes, ...]:
    """The words, in lower case, one of which every match begins with, whatever its case; () where unknown."""
    _, anchored, kinds, runs, *_ = table
    if index not in anchored or any(user[0] == index for _, users in runs for user in users):
        return ()
    words: set[bytes] = set()
    for kind in kinds:
        for literals in kind:
            for text, places in literals:
                offsets = [offset for which, offset in places if which == index]
                if any(offsets):
                    return ()
                words.update(text.lower() for _ in offsets)
    shortest = [word for word in sorted(words) if not any(word[:end] in words for end in range(1, len(word)))]
    return tuple(shortest) if len(shortest) <= _MOST else ()
