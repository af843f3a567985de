"""What has to hold of a prefilter and of the confirmation for any pattern and any text."""

import re
from bisect import bisect_left
from collections.abc import Iterator

from trailers.secrets.confirming import Confirmation
from trailers.secrets.hit import Hit
from trailers.secrets.prefilter.gates import gate_table
from trailers.secrets.prefilter.prefilter import Prefilter
from trailers.secrets.prefilter.stdlib import StdlibPrefilter


def missed(pattern: str, text: str, *, of_str: bool) -> str:
    """What the prefilter misses of the pattern's matches in the text; empty: nothing."""
    prefilter = StdlibPrefilter(gate_table([pattern], text=of_str))
    problem = missed_by(prefilter, 0, pattern, text, of_str=of_str)
    return (
        problem if problem or of_str else _differs(pattern, text.encode("utf-8", "surrogatepass"), prefilter)
    )


def missed_by(prefilter: Prefilter, index: int, pattern: str, text: str, *, of_str: bool) -> str:
    """What a prefilter for several patterns misses of this one, the detector `index`."""
    data = text.encode("utf-8", "surrogatepass")
    candidates = prefilter.candidates(data)
    offsets = [offset for detector, offset in candidates if detector == index]
    if offsets != sorted(offsets):
        return f"{pattern!r}: offsets are not in order"
    anchored = index in prefilter.anchored
    for start, end in _matches(pattern, text, of_str=of_str):
        at = bisect_left(offsets, start)
        if at == len(offsets) or offsets[at] > (start if anchored else end):
            return f"{pattern!r} matches {data[start:end]!r} in {data!r} at {start}; {anchored=} {offsets=}"
        if prefilter.widths[index] and end - start > prefilter.widths[index]:
            return f"{pattern!r}: {end - start} bytes are more than {prefilter.widths[index]}"
    return ""


def _matches(pattern: str, text: str, *, of_str: bool) -> Iterator[tuple[int, int]]:
    """The match at each place where there is one, in bytes."""
    if not of_str:
        data = text.encode("utf-8", "surrogatepass")
        compiled = re.compile(pattern.encode())
        yield from (match.span() for at in range(len(data) + 1) if (match := compiled.match(data, at)))
        return
    regex = re.compile(pattern)
    for at in range(len(text) + 1):
        if match := regex.match(text, at):
            start = len(text[:at].encode("utf-8", "surrogatepass"))
            yield start, start + len(match[0].encode("utf-8", "surrogatepass"))


def _differs(pattern: str, data: bytes, prefilter: StdlibPrefilter) -> str:
    """How the confirmation differs from `finditer` over the whole text."""
    regex = re.compile(pattern.encode())
    offsets = [offset for _, offset in prefilter.candidates(data)]
    walk = Confirmation(regex, prefilter.widths[0], anchored=0 in prefilter.anchored, accepts=_any)
    ours = [(hit.start, hit.end) for hit in walk.hits("", data, offsets)]
    theirs = [match.span() for match in regex.finditer(data) if match[0]]
    # An empty match is no secret; behind one, `finditer` goes on where it stands, and so do we one further.
    if ours != theirs and not regex.match(b"") and all(match[0] for match in regex.finditer(data)):
        return f"{pattern!r} in {data!r}: {ours} for {theirs}"
    return ""


def _any(_: Hit) -> bool:
    return True
