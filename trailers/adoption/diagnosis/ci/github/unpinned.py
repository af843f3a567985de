"""Actions named by a tag or a branch, which their owner can move.

docs.github.com/actions/reference/security/secure-use
"""

import re

from trailers.adoption.diagnosis.ci.github.step import Step
from trailers.adoption.diagnosis.ci.trouble import Trouble
from trailers.typed import Iterator

_PINNED = re.compile(r"@(?:[0-9a-f]{40}|[0-9a-f]{64})\Z|@sha256:[0-9a-f]{64}\Z")


def check(step: Step) -> Iterator[Trouble]:
    """All actions of the job: each runs before or beside undersign."""
    nodes = [step.job, *step.job.get("steps").items]
    used = {node.get("uses").text: node.get("uses").line for node in reversed(nodes) if node.has("uses")}
    loose = [name for name in used if not name.startswith(".") and not _PINNED.search(name)]
    if loose:
        loose.reverse()
        yield Trouble(
            "unpinned-action",
            "warning",
            f"job {step.job_name}: not pinned to a commit: {', '.join(loose)}",
            "who can move the tag can change what judges",
            f"uses: {loose[0].partition('@')[0]}@<commit id>  # {loose[0].partition('@')[2] or 'tag'}",
            used[loose[0]],
        )
