"""GitHub annotations: workflow commands on standard output, which the runner turns into annotations.

https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
The escapes are those of the runner itself:
https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs
"""

from itertools import chain

from trailers.finding import Finding, Severity
from trailers.output.counts import looked_at
from trailers.output.style import Style
from trailers.output.told import ORDER, counted_by_severity, sentence, told
from trailers.report import Report
from trailers.typed import Iterator

MOST = 10  # annotations of a step, of each kind; GitHub drops the others without a word
_COMMANDS: dict[Severity, str] = {"error": "error", "warning": "warning", "note": "notice"}


def parts(report: Report, style: Style) -> Iterator[str]:
    """The first errors, warnings and notes, and a last line with the counts, which is no annotation."""
    del style
    by_severity = {
        severity: [finding for finding in report.findings if finding.severity == severity]
        for severity in ORDER
    }
    for findings in by_severity.values():
        yield from (_command(finding, report) for finding in findings[:MOST])
    left_out = counted_by_severity(chain.from_iterable(found[MOST:] for found in by_severity.values()))
    yield f"undersign: {looked_at(report)}{f'; not annotated: {left_out}' if left_out else ''}\n"


def _command(finding: Finding, report: Report) -> str:
    properties = {"title": f"undersign {finding.rule}"}
    if finding.path:
        properties["file"] = told(finding.path)
        if finding.line:
            properties["line"] = str(finding.line)
            if finding.column:
                properties["col"] = str(finding.column)
    words = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    remedy = f"\nfix: {told(finding.remedy)}" if finding.remedy else ""
    return f"::{_COMMANDS[finding.severity]} {words}::{_data(sentence(finding, report) + remedy)}\n"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
