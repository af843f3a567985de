"""The run over a range: stream its commits, judge those that matter, and make the report."""

from trailers.assistants.branches import sign_of_branch
from trailers.ci.request import Stage
from trailers.disclosure.disclosure import Disclosure
from trailers.errors import GitError
from trailers.finding import Finding
from trailers.message.person import Person
from trailers.message.title import title_of
from trailers.report import CommitRecord, Report, Verdict
from trailers.repository.batch import Stored
from trailers.repository.commit import parse_commit
from trailers.repository.merges import merge_contents
from trailers.repository.opening import Repository
from trailers.repository.revision import Range
from trailers.repository.walk import count, walk_together
from trailers.typed import Callable, Iterable, Iterator, NamedTuple, Sequence
from trailers.verify import approvals
from trailers.verify.base import Base, grandfathered, judge_change, read_base
from trailers.verify.examining import examine
from trailers.verify.judging import at_policy_severity, judge
from trailers.verify.late import Late, late_in
from trailers.verify.prefilter import parents_of, to_be_read, unusual
from trailers.verify.range_setting import setting_of
from trailers.verify.records import record_of
from trailers.verify.rules import merge_content, missing_pull_request_block, unchecked_commit
from trailers.verify.setting import Setting
from trailers.verify.settling import (
    APPROVAL_RULES,
    Judged,
    people_of_merges,
    settled_by_late_disclosures,
    settled_by_merges,
)
from trailers.verify.subject import Subject

Progress = Callable[[int], None]


class Options(NamedTuple):
    """How to run: `remerge` looks into merges, `branch` is where the commits come from, if known.

    `commits` are those of the range, where git is at it already.
    """

    remerge: bool = True
    branch: str | None = None
    progress: Progress | None = None
    pull_request: Disclosure | None = None
    commits: Iterator[Sequence[Stored]] | None = None


def verify_range(repository: Repository, range_: Range, stage: Stage, options: Options) -> Report:
    """Judge every commit of a range by its base's policy. PolicyError where that cannot be read."""
    base = read_base(repository, range_)
    setting = setting_of(repository, range_, base, stage, pull_request=options.pull_request)
    return Run(repository, range_, setting, options).report(base)


class Run:
    """One run over one range. The state is what is gathered while the commits stream by."""

    def __init__(self, repository: Repository, range_: Range, setting: Setting, options: Options) -> None:
        self.repository = repository
        self.range = range_
        self.setting = setting
        self.options = options
        # A branch that betrays nobody does not concern any commit.
        self.branch = options.branch if options.branch and sign_of_branch(options.branch) else None
        self.every = bool(self.branch) or setting.policy.disclosure.mode == "explicit"
        self.limit = setting.policy.limits.message_bytes
        self.own_keys = unusual(setting.keys, setting.profile.forbidden_keys)
        self.checked = 0
        self.findings: list[Finding] = []
        self.titles: dict[str, str] = {}
        self.records: dict[str, CommitRecord] = {}
        self.graph: dict[str, tuple[str, ...]] = {}
        self.makers: list[Person] = []
        self.merge_approvers: dict[str, tuple[Person, ...]] = {}
        self.unapproved: dict[str, Subject] = {}
        self.lates: list[Late] = []

    def report(self, base: Base) -> Report:
        """Go through the range and say what was found."""
        excluded = grandfathered(self.repository, self.setting.policy)
        commits = self.options.commits
        if commits is None or excluded:
            commits = walk_together(self.repository, self.range.arguments, excluded=excluded)
        try:
            for together in commits:
                self._go_through(together)
        except GitError as error:
            self.findings.append(unchecked_commit.stopped(error.message))
        cuts = self.repository.shallow.intersection(self.graph)
        self.findings = [*map(unchecked_commit.cut_off, cuts), *self.findings]
        self._look_at_change(base)
        self._look_into_merges()
        self._settle()
        self._look_at_pull_request()
        return self._summed_up(base)

    def _go_through(self, together: Sequence[Stored]) -> None:
        contents = [stored.content or b"" for stored in together]
        read = range(len(contents)) if self.every else to_be_read(contents, self.limit, self.own_keys)
        # Most commits of a long history get no further than through this loop.
        for number, (commit, content) in enumerate(together):
            if content is None:
                self.findings.append(unchecked_commit.missing(commit))
                continue
            self.graph[commit] = parents = parents_of(content, commit)
            # A merge may carry an approval for others, under `Reviewed-by` and the like too.
            if number in read or (len(parents) > 1 and b"-by" in content.lower()):
                self._look_at(commit, content)
        self.checked += sum(stored.content is not None for stored in together)
        if self.options.progress:
            self.options.progress(self.checked)

    def _look_at(self, commit: str, content: bytes) -> None:
        try:
            subject = examine(parse_commit(commit, content), self.setting, self.range.head, self.branch)
            self._judge(subject)
        except GitError as error:
            self.findings.append(unchecked_commit.unread(commit, error.message))

    def _judge(self, subject: Subject) -> None:
        assert subject.commit is not None
        findings = judge(subject, self.setting)
        self.findings += findings
        if findings:
            self.titles[subject.commit] = title_of(subject.text)
        if any(finding.rule in APPROVAL_RULES for finding in findings):
            self.unapproved[subject.commit] = subject
        if len(subject.parents) > 1 and (people := approvals.people(subject)):
            self.merge_approvers[subject.commit] = people
        if subject.assisted:
            self.records[subject.commit] = record_of(subject)
            self.makers += approvals.makers(subject)
            if late := late_in(subject):
                self.lates.append(late)

    def _look_at_change(self, base: Base) -> None:
        """What the range does to the policy; git need not look for where it parted from its own parent."""
        grows = any(self.range.base in parents for parents in self.graph.values())
        found = judge_change(self.repository, self.range, base, self.range.base if grows else None)
        self.findings = [*at_policy_severity(iter(found), self.setting), *self.findings]

    def _look_into_merges(self) -> None:
        if not self.options.remerge:
            return
        merges = [
            (commit, len(parents))
            for commit, parents in self.graph.items()
            if len(parents) > 1
            and commit not in self.merge_approvers
            and commit not in self.repository.shallow
        ]
        try:
            for commit, content in merge_contents(self.repository, merges):
                found = iter((merge_content.judge(commit, content),))
                self.findings += at_policy_severity(found, self.setting)
        except GitError as error:
            self.findings.append(unchecked_commit.merges(error.message))

    def _look_at_pull_request(self) -> None:
        if self.records:
            found = missing_pull_request_block.judge(self.setting, self.makers, self.records)
            self.findings += at_policy_severity(found, self.setting)

    def _settle(self) -> None:
        """Let approved merges answer for what they bring in, and then commits for earlier ones."""
        people = people_of_merges(self.graph, self.merge_approvers, self.unapproved, self.setting)
        judged = settled_by_merges(Judged(self.findings, self.records), people)
        if self.lates:
            judged = settled_by_late_disclosures(judged, self.lates, self.graph, self.setting)
        self.findings, self.records = judged

    def _summed_up(self, base: Base) -> Report:
        verdicts: dict[str | None, Verdict] = {}
        for finding in self.findings:
            if finding.rule == unchecked_commit.RULE.id:
                verdicts[finding.commit] = "unchecked"
            elif finding.severity == "error":
                verdicts.setdefault(finding.commit, "findings")
        records = (
            record._replace(verdict=verdicts.get(commit, "clean")) for commit, record in self.records.items()
        )
        order = {commit: number for number, commit in enumerate(self.graph)}
        findings = sorted(self.findings, key=lambda finding: order.get(finding.commit or "", -1))
        checked = {"commits": self.checked, "assisted": len(self.records)}
        if self.setting.policy.grandfather:
            checked["exempt"] = count(self.repository, self.range.arguments) - self.checked
        verdict = _worst(verdicts.values())
        return Report(base.source, checked, tuple(findings), tuple(records), verdict, self.titles)


def _worst(verdicts: Iterable[Verdict]) -> Verdict:
    found = set(verdicts)
    return "unchecked" if "unchecked" in found else "findings" if "findings" in found else "clean"
