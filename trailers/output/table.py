"""CSV (RFC 4180) for auditors: for `verify` a row a commit, for the other checks a row a finding.

A spreadsheet takes a cell that begins with one of a few characters for a formula, and may run it; these get
an apostrophe in front, as OWASP advises: https://owasp.org/www-community/attacks/CSV_Injection
So does what begins one behind a semicolon, the separator where a comma is in numbers.
"""

import re

from trailers.finding import Finding
from trailers.output.moment import moment
from trailers.output.printable import printable
from trailers.output.style import Style
from trailers.output.told import UNCHECKED
from trailers.report import CommitRecord, Report, Verdict
from trailers.typed import Iterable, Iterator

COMMITS = ("commit", "date", "author", "title", "models", "contexts", "approvers", "verdict", "rules")
FINDINGS = ("rule", "severity", "path", "line", "column", "commit", "type", "message", "remedy")
# Full-width ones are taken for the plain ones where Japanese is written.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")  # noqa: RUF001
_BEHIND_SEMICOLON = re.compile(r';(?=[ "]*[=+\-@＝＋－＠])')  # noqa: RUF001

_SPECIAL = frozenset(',;"')


def parts(report: Report, style: Style) -> Iterator[str]:
    """A line of names, and the rows."""
    del style
    yield _line(COMMITS if report.check == "verify" else FINDINGS)
    yield from map(_line, _commits(report) if report.check == "verify" else map(_finding, report.findings))


def _line(cells: Iterable[str]) -> str:
    return ",".join(map(_cell, cells)) + "\r\n"


def _cell(text: str) -> str:
    """On one line, quoted where it has to be."""
    shown = printable(text)
    if text.startswith(_FORMULA):
        shown = f"'{shown}"
    if ";" in shown:
        shown = _BEHIND_SEMICOLON.sub(";'", shown)
    return '"{}"'.format(shown.replace('"', '""')) if _SPECIAL.intersection(shown) else shown


def _commits(report: Report) -> Iterator[tuple[str, ...]]:
    """The AI-assisted commits, and those with findings besides; without an id, what concerns the range."""
    found: dict[str, list[Finding]] = {}
    for finding in report.findings:
        found.setdefault(finding.commit or "", []).append(finding)
    for record in report.commits:
        yield _row(record, found.pop(record.commit, []))
    for commit, findings in found.items():
        title = report.titles.get(commit, "")
        yield _row(CommitRecord(commit, (), (), (), _verdict(findings), title=title), findings)


def _verdict(findings: list[Finding]) -> Verdict:
    if any(finding.rule in UNCHECKED for finding in findings):
        return "unchecked"
    return "findings" if any(finding.severity == "error" for finding in findings) else "clean"


def _row(record: CommitRecord, findings: list[Finding]) -> tuple[str, ...]:
    date = "" if record.time is None else moment(record.time)
    said = (record.models, record.contexts, record.approvers)
    rules = dict.fromkeys(finding.rule for finding in findings)
    lists = ("; ".join(values) for values in said)
    return (record.commit, date, record.author, record.title, *lists, record.verdict, "; ".join(rules))


def _finding(finding: Finding) -> tuple[str, ...]:
    numbers = ("" if number is None else str(number) for number in (finding.line, finding.column))
    first = (finding.rule, finding.severity, finding.path or "", *numbers)
    return (*first, finding.commit or "", finding.type or "", finding.message, finding.remedy)
