"""What every format tells of a finding: short, on one line, and harmless."""

from trailers.finding import Finding, Severity
from trailers.output.printable import printable
from trailers.report import Check, Report
from trailers.typed import Iterable, NamedTuple

LONGEST = 1000  # characters of a text that are told
SHORT = 12  # hexadecimal digits of a commit id
LONGEST_TITLE = 72  # characters of a commit's title
ORDER: tuple[Severity, ...] = ("error", "warning", "note")

# Where a finding stands that has no file: GitHub and GitLab take none without.
POLICY = "undersign.toml"

# The commands, and what a finding is about that names neither a commit nor a file.
COMMANDS: dict[Check, str] = {"verify": "verify", "owners": "owners check", "secrets": "secrets scan"}
WHOLE: dict[Check, str] = {
    "verify": "the range",
    "owners": "the repository",
    "secrets": "all that was scanned",
}

# The rules that say that something was not looked at.
UNCHECKED = ("US100", "US200")


class Place(NamedTuple):
    """A file, from the top of the repository, with a line and a column where these are known."""

    path: str
    line: int | None = None
    column: int | None = None


def told(text: str, most: int = LONGEST) -> str:
    """The text on one line, its beginning where it is long, each unprintable character as its escape."""
    return printable(text if len(text) <= most else f"{text[:most]}...")


def place_of(finding: Finding, report: Report) -> Place:
    """The finding's own place, else the first line of the policy's file."""
    if finding.path:
        return Place(finding.path, finding.line, finding.column)
    return Place(report.policy.path or POLICY, 1)


def title_in(commit: str, report: Report) -> str:
    """The title of a commit with findings; empty where it is not known."""
    return told(report.titles.get(commit, ""), LONGEST_TITLE)


def sentence(finding: Finding, report: Report) -> str:
    """What was found, with the commit that it is about."""
    if finding.commit is None:
        return told(finding.message)
    title = title_in(finding.commit, report)
    return f"commit {finding.commit[:SHORT]}{f' ({title})' if title else ''}: {told(finding.message)}"


def ranked(findings: Iterable[Finding]) -> list[Finding]:
    """Errors first, then warnings, then notes; else as they were."""
    return sorted(findings, key=lambda finding: ORDER.index(finding.severity))


def counted_by_severity(findings: Iterable[Finding]) -> str:
    """As `2 errors, 1 note`; empty without findings."""
    counts = dict.fromkeys(ORDER, 0)
    for finding in findings:
        counts[finding.severity] += 1
    return ", ".join(f"{count:,} {name}{'s' * (count > 1)}" for name, count in counts.items() if count)
