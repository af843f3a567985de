"""A finding at its place: the token of an entry's pattern or owner, or a file as a whole."""

from trailers.finding import Finding
from trailers.ownership.codeowners import CodeOwners
from trailers.ownership.token import first_column
from trailers.rule import Rule

MOST = 3  # lines or paths that a sentence names


def at_pattern(rule: Rule, codeowners: CodeOwners, place: int, message: str, remedy: str = "") -> Finding:
    """A finding under the pattern of the entry at this place; without a remedy, its line is to be deleted."""
    line = codeowners.entries[place].line
    spot = (line, first_column(codeowners.lines[line - 1]))
    return at(rule, codeowners, spot, message, remedy or deleting(line))


def at(rule: Rule, codeowners: CodeOwners, spot: tuple[int, int], message: str, remedy: str) -> Finding:
    """A finding at a line and column of the file."""
    line, column = spot
    return Finding(rule.id, rule.severity, message, remedy, None, codeowners.path, line, column)


def deleting(line: int) -> str:
    """The edit that takes a line out."""
    return f"delete line {line}"


def counted(count: int, noun: str) -> str:
    """`1 file`, `2 files`."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def lines_named(lines: list[int]) -> str:
    """`line 4`; `lines 4, 7, 9 and 12 more`."""
    more = len(lines) - MOST
    named = ", ".join(map(str, lines[:MOST]))
    noun = "line" if len(lines) == 1 else "lines"
    return f"{noun} {named}" + (f" and {more} more" if more > 0 else "")
