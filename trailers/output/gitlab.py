"""GitLab's Code Quality report: a JSON array, shown in the merge request.

https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
"""

from trailers.finding import Finding, Severity
from trailers.output.fingerprints import fingerprints
from trailers.output.json_lines import compact, listed
from trailers.output.style import Style
from trailers.output.told import place_of, ranked, sentence, told
from trailers.report import Report
from trailers.typed import Any, Iterator

_SEVERITIES: dict[Severity, str] = {"error": "major", "warning": "minor", "note": "info"}


def parts(report: Report, style: Style) -> Iterator[str]:
    """All findings, errors first. A commit's own stand on the first line of the policy's file."""
    del style
    findings = ranked(report.findings)
    named = zip(findings, fingerprints(findings), strict=True)
    yield from listed(compact(_issue(finding, name, report)) for finding, name in named)
    yield "\n"


def _issue(finding: Finding, name: str, report: Report) -> dict[str, Any]:
    place = place_of(finding, report)
    remedy = f" (fix: {told(finding.remedy)})" if finding.remedy else ""
    return {
        # GitLab does not show the check's name.
        "description": f"{finding.rule}: {sentence(finding, report)}{remedy}",
        "check_name": f"undersign/{finding.rule}",
        "fingerprint": name,
        "severity": _SEVERITIES[finding.severity],
        "location": {"path": told(place.path.removeprefix("./")), "lines": {"begin": place.line or 1}},
    }
