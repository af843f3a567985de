"""The report for people: by commit, with the rule, why, and the command that mends it."""

from itertools import groupby

from trailers.finding import Finding, Severity
from trailers.output.printable import printable
from trailers.output.style import Colour, Style
from trailers.report import Report
from trailers.typed import Iterator

SHORT = 12  # hexadecimal digits of a commit id that are shown
LONGEST = 72  # characters of a title that are shown
_COLOURS: dict[Severity, Colour] = {"error": "red", "warning": "yellow", "note": "blue"}


def render(report: Report, style: Style) -> str:
    """The whole report, ending with what was looked at."""
    return "".join(parts(report, style))


def parts(report: Report, style: Style) -> Iterator[str]:
    """The lines of the report, each with its end."""
    for commit, findings in _by_commit(report):
        for line in _commit_lines(_named(commit, report), findings, style):
            yield f"{line}\n"
    for line in _summary(report, style):
        yield f"{line}\n"


def _by_commit(report: Report) -> Iterator[tuple[str | None, list[Finding]]]:
    for commit, findings in groupby(report.findings, key=lambda finding: finding.commit):
        yield commit, list(findings)


def _named(commit: str | None, report: Report) -> str:
    if commit is None:
        return "the range"
    title = report.titles.get(commit, "")
    shown = title if len(title) <= LONGEST else f"{title[: LONGEST - 3]}..."
    return printable(f"commit {commit[:SHORT]} {shown}".rstrip())


def _commit_lines(name: str, findings: list[Finding], style: Style) -> Iterator[str]:
    yield style.paint(name, "bold")
    for finding in findings:
        severity = style.paint(finding.severity, "bold", _COLOURS[finding.severity])
        place = f"{finding.path}: " if finding.path and not finding.message.startswith(finding.path) else ""
        yield f"  {severity} {finding.rule}: {printable(place + finding.message)}"
        if finding.remedy:
            yield f"    {style.paint('fix:', 'green')} {printable(finding.remedy)}"
    yield ""


def _summary(report: Report, style: Style) -> Iterator[str]:
    rules = sorted({finding.rule for finding in report.findings})
    if rules:
        yield style.paint(f"a rule's page: undersign rule {rules[0]}", "dim")
    digest = f" (sha256:{report.policy.digest[:SHORT]})" if report.policy.digest else ""
    yield style.paint(f"judged by {printable(report.policy.source)}{digest}", "dim")
    yield style.paint(", ".join(counts(report)), "bold")


def counts(report: Report) -> list[str]:
    """What was looked at and what was found there."""
    errors, warnings, notes = (
        sum(finding.severity == severity for finding in report.findings) for severity in _COLOURS
    )
    commits = report.checked.get("commits", 0)
    words = [f"{_number(commits, 'commit')} checked", f"{report.checked.get('assisted', 0)} AI-assisted"]
    if report.checked.get("exempt"):
        words.append(f"{report.checked['exempt']} exempt")
    words.append(_number(errors + warnings, "finding"))
    if notes:
        words.append(_number(notes, "note"))
    if report.verdict == "unchecked":
        words.append("NOT EVERYTHING COULD BE CHECKED")
    return words


def _number(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
