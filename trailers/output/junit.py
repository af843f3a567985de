"""JUnit XML, which nearly every CI shows: a test case for each commit, or for each file.

The format is the one of Jenkins' xUnit plug-in:
https://github.com/jenkinsci/xunit-plugin/blob/master/src/main/resources/org/jenkinsci/plugins/xunit/types/model/xsd/junit-10.xsd
"""

from html import escape

from trailers.finding import Finding
from trailers.output.counts import looked_at
from trailers.output.style import Style
from trailers.output.told import COMMANDS, LONGEST_TITLE, SHORT, UNCHECKED, WHOLE, counted_by_severity, told
from trailers.report import Report
from trailers.typed import Iterator


def parts(report: Report, style: Style) -> Iterator[str]:
    """One suite. Errors are failures, with --strict warnings too; what could not be checked is an error."""
    cases = _cases(report)
    outcomes = [_outcome(findings, style) for findings in cases.values()]
    counts = f'tests="{len(cases)}" failures="{outcomes.count("failure")}" errors="{outcomes.count("error")}"'
    name = f"undersign {COMMANDS[report.check]}"
    yield f'<?xml version="1.0" encoding="UTF-8"?>\n<testsuites {counts}>\n'
    yield f'<testsuite name="{name}" {counts} skipped="0">\n'
    titles = {record.commit: record.title for record in report.commits} | dict(report.titles)
    for (key, findings), outcome in zip(cases.items(), outcomes, strict=True):
        shown = _named(key, findings, titles) if key else WHOLE[report.check]
        yield f'<testcase classname="undersign.{report.check}" name="{_xml(shown)}">'
        yield from _result(findings, outcome)
        yield "</testcase>\n"
    yield f"<system-out>{_xml(looked_at(report))}</system-out>\n</testsuite>\n</testsuites>\n"


def _cases(report: Report) -> dict[str, list[Finding]]:
    """The findings of each commit that the report names, or of each file; under '' those of the whole.

    That one is always there: some CIs take no suite without a case.
    """
    cases: dict[str, list[Finding]] = {"": []}
    for record in report.commits:
        cases[record.commit] = []
    for finding in report.findings:
        path, commit = finding.path or "", finding.commit or ""
        key = commit if report.check == "verify" else path or commit
        cases.setdefault(key, []).append(finding)
    return cases


def _named(key: str, findings: list[Finding], titles: dict[str, str]) -> str:
    if key not in titles and not any(finding.commit == key for finding in findings):
        return told(key)
    return f"commit {key[:SHORT]} {told(titles.get(key, ''), LONGEST_TITLE)}".rstrip(" ")


def _outcome(findings: list[Finding], style: Style) -> str:
    if any(finding.rule in UNCHECKED for finding in findings):
        return "error"
    fatal = ("error", "warning") if style.strict else ("error",)
    return "failure" if any(finding.severity in fatal for finding in findings) else "system-out"


def _result(findings: list[Finding], outcome: str) -> Iterator[str]:
    if not findings:
        return
    summary = f' message="{_xml(counted_by_severity(findings))}"' if outcome != "system-out" else ""
    kind = f' type="{findings[0].rule}"' if outcome != "system-out" else ""
    yield f"<{outcome}{kind}{summary}>"
    yield "\n".join(_xml(_line(finding)) for finding in findings)
    yield f"</{outcome}>"


def _line(finding: Finding) -> str:
    line = f" line {finding.line}" if finding.line else ""
    fix = f"\n  fix: {told(finding.remedy)}" if finding.remedy else ""
    return f"{finding.severity} {finding.rule}{line}: {told(finding.message)}{fix}"


def _xml(text: str) -> str:
    """The text as XML: what is told of a finding holds no character that XML forbids."""
    return escape(text, quote=True)
