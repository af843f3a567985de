"""What `verify_range` and `required_approvals` answer about a range of this repository."""

import json

from trailers.ci.request import Stage
from trailers.cli.mcp.arguments import Arguments
from trailers.cli.mcp.place import Place
from trailers.cli.mcp.reports import reported, reported_schema
from trailers.cli.owners.required import needed as needed_by
from trailers.errors import RangeError
from trailers.finding import Finding
from trailers.output.required import json_document
from trailers.report import Report
from trailers.repository.opening import Repository, open_repository
from trailers.repository.revision import Range, parse_range, upstream_range
from trailers.typed import Any, cast
from trailers.verify.base import Base, read_base
from trailers.verify.owners.found import found_at
from trailers.verify.rules.unchecked_commit import RULE as UNCHECKED
from trailers.verify.run import Options
from trailers.verify.run import verify_range as run_over
from trailers.verify.settling import APPROVAL_RULES


def _approvals_schema() -> dict[str, Any]:
    report = reported_schema()
    findings = report["properties"]["report"]["properties"]["findings"]
    properties = {
        "rule": {"description": "Who may approve, by the policy.", "enum": ["human", "other", "owner"]},
        "due": {"description": "From when on an approval is asked for.", "enum": ["commit", "merge"]},
        "waiting": findings,
        "unchecked": findings,
        "left_out": {
            "description": "How many findings, and paths in requirements, are not shown.",
            "type": "object",
            "properties": {"findings": {"type": "integer"}, "paths": {"type": "integer"}},
            "required": ["findings", "paths"],
            "additionalProperties": False,
        },
        "codeowners": {"type": ["object", "null"]},
    }
    return {**report, "properties": properties, "required": list(properties)}


MOST_PATHS = 100
ASK = "ask the person who answers for it; they run, at a terminal of their own: undersign approve"
APPROVALS = _approvals_schema()


def verify_range(place: Place, arguments: Arguments) -> dict[str, Any]:
    """The report of a range, at the stage that was named; else `merge`, and `push` for what is not pushed."""
    repository = open_repository(place.git)
    range_ = _range(repository, arguments["range"])
    stage = arguments["stage"] or ("merge" if arguments["range"] else "push")
    return reported(_report(repository, range_, cast("Stage", stage)), arguments["max_findings"])


def required_approvals(place: Place, arguments: Arguments) -> dict[str, Any]:
    """Which commits wait for a person's approval at the merge, and what CODEOWNERS asks for the change."""
    repository = open_repository(place.git)
    range_ = _range(repository, arguments["range"])
    report = _report(repository, range_, "merge")
    base = read_base(repository, range_)
    codeowners, left = _cut(_codeowners(repository, range_, base))
    waiting = reported(_only(report, *APPROVAL_RULES))
    return {
        "rule": base.policy.approver.rule,
        "due": base.policy.approver.due,
        "waiting": waiting["report"]["findings"],
        "unchecked": reported(_only(report, UNCHECKED.id))["report"]["findings"],
        "left_out": {"findings": waiting["left_out"]["findings"], "paths": left},
        "codeowners": codeowners,
    }


def _range(repository: Repository, spec: str) -> Range:
    """The range in git's words; what a branch has and its upstream has not, where none is named."""
    if not spec.isprintable():
        raise RangeError("a range has no control characters", "name it as BASE..HEAD")
    return parse_range(repository, spec) if spec else upstream_range(repository)


def _report(repository: Repository, range_: Range, stage: Stage) -> Report:
    report = run_over(repository, range_, stage, Options())
    findings = tuple(map(_for_assistants, report.findings))
    if report.verdict == "clean" and not report.checked["commits"]:
        raise RangeError(f"there is no commit in {range_.spec}: nothing was checked", "name another range")
    return report._replace(findings=findings)


def _for_assistants(finding: Finding) -> Finding:
    """The finding without the words that a person would type to approve: whoever reads it here is none."""
    return finding._replace(remedy=ASK) if finding.rule in APPROVAL_RULES else finding


def _only(report: Report, *rules: str) -> Report:
    findings = tuple(finding for finding in report.findings if finding.rule in rules)
    return report._replace(findings=findings, commits=())


def _codeowners(repository: Repository, range_: Range, base: Base) -> dict[str, Any] | None:
    """The requirements by the base's CODEOWNERS; None where there is no base, or no such file in it."""
    wanted = base.policy.owners
    if range_.base is None:
        return None
    found = found_at(repository.git, range_.base, wanted)
    if found.tracked is None or found.no_file:
        return None
    needed = needed_by(repository, range_, range_.base, wanted)
    return cast("dict[str, Any]", json.loads(json_document(needed)))


def _cut(document: dict[str, Any] | None) -> tuple[dict[str, Any] | None, int]:
    """The document with the first paths of each requirement, and how many are left out."""
    left = 0
    for requirement in document["requirements"] if document else ():
        left += len(requirement["paths"][MOST_PATHS:])
        del requirement["paths"][MOST_PATHS:]
    return document, left
