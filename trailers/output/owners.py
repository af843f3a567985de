"""The report about a CODEOWNERS file for people: each finding with its line and a caret under the token."""

from trailers.finding import Finding, Severity
from trailers.output.percent import counted
from trailers.output.printable import printable
from trailers.output.style import Colour, Style
from trailers.ownership.codeowners import CodeOwners
from trailers.ownership.token import span_at
from trailers.report import Report
from trailers.typed import Iterator, Mapping

WIDE = 120  # characters of a line that are shown
LONGEST = 1000  # characters of a message or a remedy that are shown
BEFORE = 40  # of these, how many stand before a token that is further right
_COLOURS: dict[Severity, Colour] = {"error": "red", "warning": "yellow", "note": "blue"}


def render(report: Report, style: Style, file: CodeOwners | None = None) -> str:
    """The whole report, ending with what was looked at; `file` is the one that findings' lines are in."""
    return "".join(parts(report, style, file))


def parts(report: Report, style: Style, file: CodeOwners | None = None) -> Iterator[str]:
    """The lines of the report, each with its end."""
    for finding in report.findings:
        for line in _finding(finding, style, file):
            yield f"{line}\n"
    for line in _summary(report, style, file):
        yield f"{line}\n"


def _finding(finding: Finding, style: Style, file: CodeOwners | None) -> Iterator[str]:
    place = _place(finding)
    severity = style.paint(finding.severity, "bold", _COLOURS[finding.severity])
    where = style.paint(f"{printable(place)}:", "bold") + " " if place else ""
    yield f"{where}{severity} {finding.rule}: {_told(finding.message)}"
    if file and finding.path == file.path and finding.line and finding.line <= len(file.lines):
        yield from quoted(file, finding.line, finding.column, style)
    if finding.remedy:
        yield f"  {style.paint('fix:', 'green')} {_told(finding.remedy)}"
    yield ""


def _place(finding: Finding) -> str:
    """As compilers write it, so that editors find it; a path that the message begins with is told already."""
    if finding.path is None or (finding.line is None and finding.message.startswith(finding.path)):
        return ""
    return ":".join(str(part) for part in (finding.path, finding.line, finding.column) if part is not None)


def _told(text: str) -> str:
    """A sentence; a pattern in it can be as long as a file."""
    return printable(text if len(text) <= LONGEST else f"{text[:LONGEST]}...")


def quoted(file: CodeOwners, number: int, column: int | None, style: Style) -> Iterator[str]:
    """A line of the file, and below it carets under the token that begins at the column."""
    line = file.lines[number - 1]
    at = min(column or 1, len(line) + 1) - 1
    start = 0 if at < WIDE - BEFORE else at - BEFORE
    end = start + WIDE
    token = line[at : min(at + _length(file, number, at), end)]
    shown = printable(line[start:end])
    before, after = "..." if start else "", "..." if end < len(line) else ""
    margin = f"  {number} | "
    yield style.paint(margin, "dim") + before + shown + after
    if column is not None:
        blank = " " * (len(margin) - 2) + "| "
        carets = "^" * max(_columns(printable(token)), 1)
        under = " " * _columns(before + printable(line[start:at]))
        yield style.paint(blank, "dim") + under + style.paint(carets, "bold", "red")


def _length(file: CodeOwners, number: int, at: int) -> int:
    """How long the token is that begins there: as a mistake says, else up to the next blank."""
    for mistake in file.mistakes:
        if mistake.line == number and mistake.column == at + 1:
            return mistake.length
    return span_at(file.lines[number - 1], at + 1).length


def _columns(text: str) -> int:
    """How many columns of a terminal printable text takes (UAX #11)."""
    if text.isascii():
        return len(text)
    import unicodedata

    wide = sum(unicodedata.east_asian_width(char) in "WF" for char in text)
    return len(text) + wide - sum(unicodedata.combining(char) > 0 for char in text)


def _summary(report: Report, style: Style, file: CodeOwners | None) -> Iterator[str]:
    rules = sorted({finding.rule for finding in report.findings})
    if rules:
        yield style.paint(f"a rule's page: undersign rule {rules[0]}", "dim")
    by = f"{printable(file.path)} ({file.dialect})" if file else "no CODEOWNERS file"
    yield style.paint(f"owners by {by}, judged by {printable(report.policy.source)}", "dim")
    yield style.paint(", ".join(counts(report, file)), "bold")


def _looked_at(checked: Mapping[str, int]) -> list[str]:
    words = [counted(checked["paths"], "file")]
    if checked["rules"]:
        words.append(counted(checked["rules"], "rule"))
    words[-1] += " checked"
    words.append(f"{checked['unowned']:,} unowned")
    if checked["accepted"]:
        words.append(f"{checked['accepted']:,} accepted by the baseline")
    return words


def counts(report: Report, file: CodeOwners | None = None) -> list[str]:
    """What was looked at and what was found there."""
    looked = file or any(report.checked.values())
    words = _looked_at(report.checked) if looked else ["nothing was checked"]
    notes = sum(finding.severity == "note" for finding in report.findings)
    words.append(counted(len(report.findings) - notes, "finding"))
    if notes:
        words.append(counted(notes, "note"))
    return words
