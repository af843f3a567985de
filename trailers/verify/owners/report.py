"""The report about who owns what, from what was surveyed."""

from trailers.finding import Finding
from trailers.ownership.judging import judge, lacks_owners
from trailers.ownership.survey import Survey
from trailers.typed import TYPE_CHECKING, Sequence
from trailers.verify.owners.found import Found
from trailers.verify.owners.surveying import Surveyed

if TYPE_CHECKING:
    from trailers.policy.policy import Policy
    from trailers.report import PolicySource, Report
    from trailers.verify.owners.config import BaselineFile, Config


def report_on(
    surveyed: Surveyed,
    findings: tuple[Finding, ...],
    source: "PolicySource",
    accepting: "BaselineFile | None" = None,
) -> "Report":
    """The report of what is found, without what is accepted; `source` names the policy."""
    from trailers.report import Report

    counts = _counts(surveyed.survey)
    codeowners = surveyed.survey.codeowners
    if accepting and codeowners:
        from trailers.ownership.baseline import apply, stale_notes

        path, baseline = accepting
        applied = apply(findings, baseline, codeowners.lines)
        counts["accepted"] = applied.accepted
        everything = surveyed.survey.whole and surveyed.survey.judged is None
        findings = applied.findings + (stale_notes(applied, path) if everything else ())
    failed = any(finding.severity == "error" for finding in findings)
    return Report(source, counts, findings, (), "findings" if failed else "clean", check="owners")


def findings_in(
    surveyed: Surveyed, policy: "Policy | None", config: "Config | None" = None
) -> tuple[Finding, ...]:
    """All that the rules find, at the severities of the policy; `config` has the files that it names."""
    survey, found = surveyed
    if found.no_file:
        judged = _not_a_file(found)
    else:
        judged = judge(survey._replace(roster=config.roster) if config else survey)
    return _by_policy(judged, policy) if policy and policy.severity else judged


def _not_a_file(found: Found) -> tuple[Finding, ...]:
    from trailers.ownership.rules.no_codeowners import RULE

    assert found.tracked
    path = found.tracked.path
    message = f"no CODEOWNERS file: {path} is {found.no_file}, which {found.dialect.title} does not follow"
    return (RULE.finding(message, f"put the file itself at {path}, and then: git add {path}"),)


def _by_policy(findings: Sequence[Finding], policy: "Policy") -> tuple[Finding, ...]:
    from trailers.ownership.rules.registry import RULES

    by_id = {rule.id: policy.severity_of(rule) for rule in RULES}
    kept = ((finding, by_id[finding.rule]) for finding in findings)
    return tuple(finding._replace(severity=severity) for finding, severity in kept if severity)


def _counts(survey: Survey) -> dict[str, int]:
    """What was looked at: the rules are, where all paths are. Who is cleared on purpose is not unowned."""
    if survey.codeowners is None:
        return {"paths": 0, "rules": 0, "owned": 0, "unowned": 0, "accepted": 0}
    paths = len(survey.decision.paths if survey.judged is None else survey.judged)
    unowned = _unowned(survey)
    return {
        "paths": paths,
        "rules": len(survey.codeowners.entries) if survey.whole else 0,
        "owned": paths - unowned,
        "unowned": unowned,
        "accepted": 0,
    }


def _unowned(survey: Survey) -> int:
    if not lacks_owners(survey):
        return 0
    if survey.judged is None and not any(entry.excludes for entry in survey.file.entries):
        return survey.decision.deciding.count(())
    from trailers.ownership.rules.exclusions import unowned

    return len(unowned(survey))
