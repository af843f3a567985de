"""A name for each finding that stays the same from run to run, and when lines move."""

import re
from hashlib import sha256

from trailers.finding import Finding
from trailers.typed import Iterable, Iterator

# Messages name lines of the same file ("is also on line 12"), which move.
_PLACES = re.compile(r"\b(line|column) [0-9]+")


def fingerprints(findings: Iterable[Finding]) -> Iterator[str]:
    """One for each finding, in their order: no two are equal.

    They are of rule, commit, path and message. What is equal in all of these is counted, so that the
    second is the second in the next run too.
    """
    seen: dict[bytes, int] = {}
    for finding in findings:
        message = _PLACES.sub(r"\1", finding.message)
        parts = (finding.rule, finding.commit or "", finding.path or "", finding.type or "", message)
        digest = sha256("\0".join(parts).encode("utf-8", "surrogatepass")).digest()[:16]
        number = seen[digest] = seen.get(digest, 0) + 1
        yield f"{digest.hex()}:{number}"
