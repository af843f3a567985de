"""The mistakes that were found while a file was read, as findings."""

from trailers.finding import Finding
from trailers.ownership.codeowners import CodeOwners, Mistake, MistakeKind
from trailers.ownership.rules.placing import at, deleting
from trailers.ownership.survey import Survey
from trailers.ownership.token import Span
from trailers.rule import Rule
from trailers.typed import Iterator


def findings(rule: Rule, survey: Survey, kind: MistakeKind) -> Iterator[Finding]:
    """A finding for each mistake of this kind, in the words in which it is told."""
    for mistake in survey.file.mistakes:
        if mistake.kind == kind:
            spot = (mistake.line, mistake.column)
            yield at(rule, survey.file, spot, mistake.message, _remedy(survey.file, mistake))


def _remedy(codeowners: CodeOwners, mistake: Mistake) -> str:
    if not mistake.suggestion:
        return f"correct the line, or {deleting(mistake.line)}"
    line = codeowners.lines[mistake.line - 1]
    token = Span(mistake.column, mistake.length)
    after = line[token.column - 1 + token.length :]
    return f"write line {mistake.line}: {line[: token.column - 1]}{mistake.suggestion}{after}"
