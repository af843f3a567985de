"""The report about secrets for people: each where it stands, redacted, with what lets it stand."""

from trailers.finding import Finding, Severity
from trailers.output.percent import counted
from trailers.output.printable import printable
from trailers.output.style import Colour, Style
from trailers.report import Report
from trailers.typed import Iterator, Mapping

SHORT = 12  # hexadecimal digits of a commit id that are shown
_COLOURS: dict[Severity, Colour] = {"error": "red", "warning": "yellow", "note": "blue"}
# What is not looked at by rule: the name of its count, and one of it in words.
_SKIPPED = {
    "binaries": ("binary", "binaries"),
    "lfs_pointers": ("Git LFS pointer", "Git LFS pointers"),
    "submodules": ("submodule", "submodules"),
    "excluded": ("excluded file", "excluded files"),
}
_ALLOWED = ("inline", "baseline")


def parts(report: Report, style: Style) -> Iterator[str]:
    """The lines of the report, each with its end; at last, what was looked at."""
    for finding in report.findings:
        for line in _finding(finding, style):
            yield f"{line}\n"
    for line in _summary(report, style):
        yield f"{line}\n"


def _finding(finding: Finding, style: Style) -> Iterator[str]:
    place = _place(finding)
    where = style.paint(f"{printable(place)}:", "bold") + " " if place else ""
    severity = style.paint(finding.severity, "bold", _COLOURS[finding.severity])
    yield f"{where}{severity} {finding.rule}: {printable(finding.message)}"
    if finding.remedy:
        yield f"  {style.paint('fix:', 'green')} {printable(finding.remedy)}"


def _place(finding: Finding) -> str:
    """As compilers write it, so that editors find it; of a commit, its id first."""
    path = finding.path or ("message" if finding.commit else "")
    numbers = (part for part in (finding.line, finding.column) if part is not None)
    place = ":".join([path, *map(str, numbers)])
    return f"{finding.commit[:SHORT]} {place}" if finding.commit else place


def _summary(report: Report, style: Style) -> Iterator[str]:
    rules = sorted({finding.rule for finding in report.findings})
    if rules:
        yield ""
        yield style.paint(f"a rule's page: undersign rule {rules[0]}", "dim")
        yield style.paint(f"judged by {printable(report.policy.source)}", "dim")
    yield style.paint(", ".join(counts(report)), "bold")


def counts(report: Report) -> Iterator[str]:
    """What was looked at and what was found there."""
    checked = report.checked
    where = f"{counted(checked['commits'], 'commit')} and " if checked.get("commits") else ""
    yield f"{where}{counted(checked['files'], 'file')} checked ({_size(checked['bytes'])})"
    if checked.get("links"):
        yield f"{counted(checked['links'], 'link')} not followed"
    for name, (one, several) in _SKIPPED.items():
        if checked.get(name):
            yield f"{checked[name]:,} {one if checked[name] == 1 else several} skipped"
    allowed = sum(checked.get(name, 0) for name in _ALLOWED)
    if allowed:
        yield f"{allowed:,} allowed ({_parts(checked)})"
    notes = sum(finding.severity == "note" for finding in report.findings)
    told = len(report.findings) - notes - checked.get("unread", 0)
    yield counted(told + checked.get("untold", 0), "finding")
    if notes:
        yield counted(notes, "note")
    if report.verdict == "unchecked":
        yield "NOT EVERYTHING COULD BE CHECKED"


def _parts(checked: Mapping[str, int]) -> str:
    return ", ".join(f"{checked[name]:,} {name}" for name in _ALLOWED if checked.get(name))


def _size(number: int) -> str:
    """So many bytes, as people say it."""
    size = float(number)
    for unit in ("bytes", "KB", "MB"):
        if size < 1000:
            return f"{size:.0f} {unit}" if unit == "bytes" or size >= 10 else f"{size:.1f} {unit}"
        size /= 1000
    return f"{size:.1f} GB"
