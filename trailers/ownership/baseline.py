"""The findings that were there before the check began: a tracked file that lets a repository only tighten.

    # Findings that are accepted for now. Mend one and delete its line.
    US304 src/legacy/
    US304 tools/build.sh
    US305 /docs/old/*

One line for each: the rule and what it is about, which is the unowned file, the pattern, or the pattern and
the owner. No line numbers and no dates, and sorted, so that branches merge and an unrelated edit changes
nothing. A directory accepts what is unowned below it.
"""

from trailers.finding import Finding
from trailers.ownership.dialects.lines import BLANK
from trailers.ownership.escaping import escaped, unescaped
from trailers.ownership.token import pattern_span, span_at
from trailers.typed import Iterable, Iterator, NamedTuple, Sequence

HEADER = "# Findings that are accepted for now. Mend one and delete its line.\n"

_UNOWNED = "US304"


class Accepted(NamedTuple):
    """One line: the rule, and what its finding is about, not escaped; `line` counts from 1."""

    rule: str
    subject: str
    line: int


class Baseline(NamedTuple):
    """A file as it was read; `malformed` are the numbers of lines that cannot be read and accept nothing."""

    accepted: tuple[Accepted, ...] = ()
    malformed: tuple[int, ...] = ()


class Applied(NamedTuple):
    """The findings that are kept, how many were accepted, and the lines that accept nothing any more."""

    findings: tuple[Finding, ...]
    accepted: int
    stale: tuple[Accepted, ...]


def read_baseline(text: str) -> Baseline:
    """Read a file. Empty lines and comments say nothing; nothing raises."""
    accepted = []
    malformed = []
    for number, line in enumerate(text.split("\n"), 1):
        bare = line.strip(" \t\r")
        if not bare or bare.startswith("#"):
            continue
        rule, _, written = bare.partition(" ")
        subject = unescaped(written.strip(BLANK))
        if subject and len(rule) == len(_UNOWNED) and rule.startswith("US") and rule[2:].isdecimal():
            accepted.append(Accepted(rule, subject, number))
        else:
            malformed.append(number)
    return Baseline(tuple(accepted), tuple(malformed))


def write_baseline(findings: Iterable[Finding], lines: Sequence[str]) -> str:
    """The file that accepts these findings; `lines` are those of the CODEOWNERS file.

    A note is not accepted: it stops nobody.
    """
    keys = {_key(finding, lines) for finding in findings if finding.severity != "note"}
    return HEADER + "".join(f"{rule} {escaped(subject)}\n" for rule, subject in sorted(keys))


def apply(findings: Iterable[Finding], baseline: Baseline, lines: Sequence[str]) -> Applied:
    """Take out what is accepted. `stale` means something only where everything was judged."""
    known = {(accepted.rule, accepted.subject) for accepted in baseline.accepted}
    used: set[tuple[str, str]] = set()
    kept = []
    count = 0
    for finding in findings:
        hits = known.intersection(_accepting(*_key(finding, lines))) if known else None
        if hits:
            used |= hits
            count += 1
        else:
            kept.append(finding)
    stale = (accepted for accepted in baseline.accepted if (accepted.rule, accepted.subject) not in used)
    return Applied(tuple(kept), count, tuple(stale))


def stale_notes(applied: Applied, path: str) -> tuple[Finding, ...]:
    """A note for each line of the baseline file at `path` that accepts nothing any more."""
    return tuple(
        Finding(
            accepted.rule,
            "note",
            f"{accepted.rule} is no longer found for {accepted.subject}",
            f"delete line {accepted.line} of {path}",
            path=path,
            line=accepted.line,
            column=1,
        )
        for accepted in applied.stale
    )


def _key(finding: Finding, lines: Sequence[str]) -> tuple[str, str]:
    """The rule and what the finding is about: stable, wherever its line moves to."""
    if finding.line is None or finding.column is None or finding.line > len(lines):
        return finding.rule, finding.path or "."
    line = lines[finding.line - 1]
    pattern, token = pattern_span(line), span_at(line, finding.column)
    if pattern.column == token.column:
        return finding.rule, pattern.of(line)
    return finding.rule, f"{pattern.of(line)} {token.of(line)}"


def _accepting(rule: str, subject: str) -> Iterator[tuple[str, str]]:
    """What would accept this: itself, and for an unowned file the directories that it is in."""
    yield rule, subject
    if rule == _UNOWNED:
        end = subject.rfind("/", 0, len(subject) - 1)
        while end > 0:
            yield rule, subject[: end + 1]
            end = subject.rfind("/", 0, end)
