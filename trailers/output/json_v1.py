"""The report as JSON, `undersign-report/1`: the same input gives the same bytes."""

import json

from trailers.finding import Finding
from trailers.output.json_lines import compact, listed
from trailers.output.style import Style
from trailers.report import CommitRecord, Report
from trailers.typed import Any, Iterator

SCHEMA = "undersign-report/1"


def render(report: Report, style: Style) -> str:
    """One JSON document. What does not apply is null."""
    return "".join(parts(report, style))


def parts(report: Report, style: Style) -> Iterator[str]:
    """The document in pieces, as `json.dumps` would indent it."""
    del style
    policy = {"source": report.policy.source, "digest": report.policy.digest}
    yield f'{{\n  "schema": {compact(SCHEMA)},\n  "policy": {_indented(policy, 2)},\n'
    yield f'  "checked": {_indented(report.checked, 2)},\n  "findings": '
    yield from listed((_indented(_finding(finding), 4) for finding in report.findings), "  ")
    yield ',\n  "commits": '
    yield from listed((_indented(_commit(record), 4) for record in report.commits), "  ")
    yield f',\n  "verdict": {compact(report.verdict)}\n}}\n'


def _indented(value: object, width: int) -> str:
    return json.dumps(value, indent=2, ensure_ascii=True).replace("\n", "\n" + " " * width)


def report_schema() -> str:
    """The JSON Schema of the document, as JSON text."""
    from importlib.resources import files

    return files("trailers.output").joinpath("report_v1.schema.json").read_text(encoding="utf-8")


def _finding(finding: Finding) -> dict[str, Any]:
    """As the schema has it; `type` and `hash` only where they are said."""
    told = {
        "rule": finding.rule,
        "severity": finding.severity,
        "message": finding.message,
        "remedy": finding.remedy,
        "url": None,
        "commit": finding.commit,
        "path": finding.path,
        "line": finding.line,
        "column": finding.column,
    }
    named = {"type": finding.type, "hash": finding.hash}
    return told | {name: value for name, value in named.items() if value is not None}


def _commit(record: CommitRecord) -> dict[str, Any]:
    return {
        "commit": record.commit,
        "models": list(record.models),
        "contexts": list(record.contexts),
        "approvers": list(record.approvers),
        "verdict": record.verdict,
    }
