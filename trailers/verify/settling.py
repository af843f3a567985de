"""What is said for a commit elsewhere in the range: by a merge that was approved, or by a later disclosure.

It drops findings, and goes into the record of the commit that it speaks for.
"""

from trailers.finding import Finding
from trailers.message.person import Person
from trailers.report import CommitRecord
from trailers.typed import Iterable, Mapping, NamedTuple
from trailers.verify import approvals
from trailers.verify.judging import at_policy_severity
from trailers.verify.late import Late, settle
from trailers.verify.merge_approvals import Graph, covering_merges
from trailers.verify.records import record_of, spoken_for
from trailers.verify.setting import Setting
from trailers.verify.subject import Subject

# The findings that an approval in a merge commit settles.
APPROVAL_RULES = ("US103", "US502", "US503")


class Judged(NamedTuple):
    """What judging the commits one by one gave: the findings, and the records by commit."""

    findings: list[Finding]
    records: dict[str, CommitRecord]


def people_of_merges(
    graph: Graph,
    approvers: Mapping[str, tuple[Person, ...]],
    unapproved: Mapping[str, Subject],
    setting: Setting,
) -> dict[str, tuple[Person, ...]]:
    """For each unapproved commit that merges answer for, who approved these; `approvers` are by merge."""
    covering = covering_merges(graph, approvers, unapproved)
    found = {
        commit: tuple(person for merge in merges for person in approvers[merge])
        for commit, merges in covering.items()
    }
    return {
        commit: people
        for commit, people in found.items()
        if approvals.suffices(people, unapproved[commit], setting)
    }


def settled_by_merges(judged: Judged, people: Mapping[str, tuple[Person, ...]]) -> Judged:
    """Without what an approved merge answers for, and with its approvers in the record."""
    records = dict(judged.records)
    for commit, approvers in people.items():
        record = records[commit]
        records[commit] = record._replace(approvers=(*record.approvers, *map(str, approvers)))
    findings = [
        finding
        for finding in judged.findings
        if not (finding.commit in people and finding.rule in APPROVAL_RULES)
    ]
    return Judged(findings, records)


def settled_by_late_disclosures(
    judged: Judged, lates: Iterable[Late], graph: Graph, setting: Setting
) -> Judged:
    """Without what later commits say, and with what they say in the record of those they speak for."""
    settled = settle(judged.findings, lates, graph, setting)
    records = dict(judged.records)
    for commit, subject in settled.spoken_for.items():
        records[commit] = spoken_for(records.get(commit), record_of(subject), commit)
    return Judged([*settled.findings, *at_policy_severity(iter(settled.notes), setting)], records)
