"""A report in Markdown, as long as there is room: for the comment on a pull request and the job summary."""

from trailers.finding import Finding
from trailers.output.code_span import code_span
from trailers.output.counts import looked_at
from trailers.output.told import COMMANDS, LONGEST_TITLE, SHORT, WHOLE, counted_by_severity, ranked
from trailers.report import CommitRecord, Report, Verdict
from trailers.typed import Generator, Iterable, Iterator, NamedTuple, Sequence

_KEPT = 2000  # bytes for the heading, the counts and the end
_SHOWN = 300  # characters of a message, a remedy or a path
_SOURCE = 100  # characters of what names the policy


class Extent(NamedTuple):
    """How long it may be, in bytes of UTF-8; whether it tells the AI-assisted commits too; what fails.

    Whoever counts characters, or UTF-16 units, finds it shorter than that.
    """

    room: int
    records: bool = False
    strict: bool = False


def report_in_markdown(report: Report, extent: Extent) -> Iterator[str]:
    """Findings by commit or file, errors first, and what was looked at; one line where nothing was found.

    Where there is not even room for that, it is nothing.
    """
    room = extent.room - _KEPT
    if room < 0:
        return
    findings = ranked(report.findings)
    yield from _headline(report, report.verdict_with(strict=extent.strict))
    room = yield from _some(_blocks(findings, report), findings, room)
    if findings:
        yield f"\n{_end(report)} A rule's page: `undersign rule {findings[0].rule}`\n"
    if extent.records and report.commits:
        yield from _records(report.commits, room)


def _headline(report: Report, verdict: Verdict) -> Iterator[str]:
    command = f"undersign {COMMANDS[report.check]}"
    if not report.findings:
        yield f"**{command}**: {_VERDICTS[verdict]}. {_end(report)}\n"
    else:
        yield f"### {command}: {_VERDICTS[verdict]}\n\n{counted_by_severity(report.findings)}\n"


_VERDICTS = {"clean": "clean", "findings": "findings", "unchecked": "not everything could be checked"}


def _end(report: Report) -> str:
    return f"{looked_at(report)}; judged by {code_span(report.policy.source, _SOURCE)}."


def _some(blocks: Iterable[str], findings: Sequence[Finding], room: int) -> Generator[str, None, int]:
    """Of these blocks, one a finding, as many as there is room for; gives back the room that is left."""
    for number, block in enumerate(blocks):
        left = room - len(block.encode())
        if left < 0:
            yield f"\nNot shown, for want of room: {counted_by_severity(findings[number:])}.\n"
            return 0
        room = left
        yield block
    return room


def _blocks(findings: Iterable[Finding], report: Report) -> Iterator[str]:
    """Each finding, below the commit or the file that it is about where that is another than before."""
    last = None
    for finding in findings:
        about = _about(finding, report)
        heading = "" if about == last else f"\n{about}\n\n"
        last = about
        line = f" line {finding.line}" if finding.path and finding.line else ""
        remedy = f"\\\n  fix: {code_span(finding.remedy, _SHOWN)}" if finding.remedy else ""
        said = code_span(finding.message, _SHOWN)
        yield f"{heading}- **{finding.severity}** {finding.rule}{line}: {said}{remedy}\n"


def _about(finding: Finding, report: Report) -> str:
    words = []
    if finding.commit:
        title = code_span(report.titles.get(finding.commit, ""), LONGEST_TITLE)
        words.append(f"commit {finding.commit[:SHORT]} {title}".rstrip(" "))  # forges link it
    if finding.path:
        words.append(code_span(finding.path, _SHOWN))
    return ", ".join(words) or WHOLE[report.check]


def _records(records: Sequence[CommitRecord], room: int) -> Iterator[str]:
    """What each AI-assisted commit says of itself."""
    yield "\n#### AI-assisted commits\n\n"
    for number, record in enumerate(records):
        line = _record(record)
        room -= len(line.encode())
        if room < 0:
            yield f"\nNot shown, for want of room: {len(records) - number:,} of {len(records):,}.\n"
            return
        yield line


def _record(record: CommitRecord) -> str:
    title = code_span(record.title, LONGEST_TITLE)
    named = (("models", record.models), ("context", record.contexts), ("approved by", record.approvers))
    said = [f"{name} {code_span(', '.join(values), _SHOWN)}" for name, values in named if values]
    words = ", ".join([*said, _VERDICTS[record.verdict]])
    return f"- {record.commit[:SHORT]}{' ' if title else ''}{title}: {words}\n"
