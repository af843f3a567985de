"""Where a token stands in its line: for the column of a finding, and for the caret under it.

A token ends at a blank, which is space or tab, but for blanks behind a backslash and in Mibex's quotes.
"""

from trailers.ownership.dialects.lines import BLANK
from trailers.ownership.owner import Owner
from trailers.typed import Iterator, NamedTuple, Sequence


class Span(NamedTuple):
    """A token's place in its line: `column` counts characters from 1, `length` those of the token."""

    column: int
    length: int

    def of(self, line: str) -> str:
        """The token's text."""
        return line[self.column - 1 : self.column - 1 + self.length]


def span_at(line: str, column: int) -> Span:
    """The token that begins at a column; at least one character long, so that a caret can stand there."""
    start = max(column, 1) - 1
    return Span(start + 1, max(_end(line, start) - start, 1))


def first_column(line: str) -> int:
    """Where the first token of a line begins."""
    return len(line) - len(line.lstrip(BLANK)) + 1


def pattern_span(line: str) -> Span:
    """The first token of a line: the pattern of an entry, with its `!` or its quotes."""
    return span_at(line, first_column(line))


def owner_spans(line: str, owners: Sequence[Owner]) -> Iterator[tuple[Owner, Span | None]]:
    """Each owner of a line with its place, in their order; None where the line does not name it.

    A section's default owners stand in its header, so the lines below it name none.
    """
    first = pattern_span(line)
    at = first.column - 1 + first.length
    for owner in owners:
        start = _word(line, owner.text, at)
        if start < 0:
            yield owner, None
        else:
            at = start + len(owner.text)
            yield owner, Span(start + 1, len(owner.text))


def _word(line: str, word: str, start: int) -> int:
    """Where the word stands between blanks or brackets, -1 where it does not."""
    at = line.find(word, start)
    while at >= 0:
        end = at + len(word)
        if (at == 0 or line[at - 1] in " \t]") and (end == len(line) or line[end] in " \t#:"):
            return at
        at = line.find(word, end)
    return -1


def _end(line: str, start: int) -> int:
    """The next blank that neither a backslash nor a quote holds."""
    quoted = False
    at = start
    while at < len(line):
        one = line[at]
        if one == "\\":
            at += 1
        elif one == '"' and (quoted or at <= start + 1):
            quoted = not quoted
        elif one in BLANK and not quoted:
            return at
        at += 1
    return min(at, len(line))
