"""A report as a tool answers it: the JSON report, cut where an assistant could not read it all."""

import json

from trailers.output.json_v1 import render, report_schema
from trailers.output.style import Style
from trailers.report import Report
from trailers.typed import Any

MOST_FINDINGS = 1000

_LEFT_OUT = {
    "description": "How many findings and commits are not shown; verdict and counts are of all.",
    "type": "object",
    "properties": {"findings": {"type": "integer"}, "commits": {"type": "integer"}},
    "required": ["findings", "commits"],
    "additionalProperties": False,
}


def reported(report: Report, most: int = MOST_FINDINGS) -> dict[str, Any]:
    """The report with the first findings and commits, as JSON values, and how many are left out."""
    # Errors first: what is left out must not be what fails.
    ranked = sorted(report.findings, key=lambda finding: ("error", "warning", "note").index(finding.severity))
    shown = set(map(id, ranked[:most]))
    findings = tuple(finding for finding in report.findings if id(finding) in shown)
    cut = report._replace(findings=findings, commits=report.commits[:most])
    left = {
        "findings": len(report.findings) - len(findings),
        "commits": len(report.commits) - len(cut.commits),
    }
    return {"report": json.loads(render(cut, Style())), "left_out": left}


def reported_schema(**more: object) -> dict[str, Any]:
    """The JSON Schema of such an answer, with more properties."""
    report = json.loads(report_schema())
    del report["$schema"]
    properties = {"report": report, "left_out": _LEFT_OUT, **more}
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
        "$defs": report.pop("$defs"),
    }
