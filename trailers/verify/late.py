"""What later commits disclose for earlier ones: `Discloses: <full commit id>`, a line for each.

Only a commit that comes after the other in the same history can speak for it, and only of what the other
does not say itself.
"""

from trailers.finding import Finding
from trailers.typed import Iterable, Mapping, NamedTuple
from trailers.verify import approvals
from trailers.verify.rules import late_disclosure
from trailers.verify.setting import Setting
from trailers.verify.subject import Subject

KEY = "Discloses"

# Commits that are looked at for ancestors before the search ends. What is not found stays undisclosed.
MOST_STEPS = 2_000_000

_HEXADECIMAL = frozenset("0123456789abcdef")


class Late(NamedTuple):
    """A disclosure by `subject` for the commits in `named`."""

    subject: Subject
    named: frozenset[str]


class Settled(NamedTuple):
    """The findings that are left, a note for each late disclosure, and who spoke for which commit."""

    findings: list[Finding]
    notes: list[Finding]
    spoken_for: dict[str, Subject]


def late_in(subject: Subject) -> Late | None:
    """What this commit discloses for others; None where it does not."""
    named = frozenset(
        trailer.value
        for trailer in subject.block.trailers
        if trailer.key.lower() == KEY.lower() and _is_id(trailer.value)
    )
    return Late(subject, named) if named else None


def _is_id(value: str) -> bool:
    return len(value) in (40, 64) and _HEXADECIMAL.issuperset(value)


def settle(
    findings: Iterable[Finding],
    lates: Iterable[Late],
    graph: Mapping[str, tuple[str, ...]],
    setting: Setting,
) -> Settled:
    """Take out what later commits say; `graph` has the parents of each commit of the range."""
    settles: dict[tuple[str, str], str] = {}
    spoken_for: dict[str, Subject] = {}
    steps = 0
    for late in lates:
        rules = _rules_settled(late.subject, setting)
        earlier, taken = _ancestors(graph, str(late.subject.commit), late.named, MOST_STEPS - steps)
        steps += taken
        for commit in earlier:
            spoken_for[commit] = late.subject
            settles.update({(commit, rule): str(late.subject.commit) for rule in rules})
    kept: list[Finding] = []
    by: dict[str, str] = {}
    for finding in findings:
        speaking = settles.get((finding.commit or "", finding.rule))
        if speaking is None:
            kept.append(finding)
        else:
            by[str(finding.commit)] = speaking
    return Settled(kept, [late_disclosure.judge(*pair) for pair in by.items()], spoken_for)


def _rules_settled(subject: Subject, setting: Setting) -> list[str]:
    """The rules whose findings a late disclosure by this commit answers."""
    rules = []
    if subject.disclosure.models and not subject.has_flaw("model"):
        rules.append("US101")
    if subject.disclosure.contexts and not subject.has_flaw("context"):
        rules.append("US102")
    if approvals.suffices(approvals.people(subject), subject, setting):
        rules.append("US103")
    return rules


def _ancestors(
    graph: Mapping[str, tuple[str, ...]], commit: str, wanted: frozenset[str], most: int
) -> tuple[set[str], int]:
    """Those of `wanted` that the commit comes after, and how many commits were looked at."""
    seen = {commit}
    waiting = list(graph.get(commit, ()))
    found: set[str] = set()
    while waiting and found != wanted and len(seen) < most:
        one = waiting.pop()
        if one in seen:
            continue
        seen.add(one)
        if one in wanted:
            found.add(one)
        waiting.extend(graph.get(one, ()))
    return found, len(seen)
