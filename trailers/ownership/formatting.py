"""The canonical layout of a CODEOWNERS file, which changes nothing that it says.

In a block, which is the entries between two lines of another kind, the owners begin in one column; a pattern
that is far longer than most pushes nobody. One blank stands between owners and before a comment, none at
an end of a line. Comments, empty lines, section headers and lines that cannot be read stay as they are, but
for blanks at their end. Each line keeps its line end; the last one gets one.
"""

from trailers.ownership.codeowners import Check, CodeOwners, Entry, Mistake, Section
from trailers.ownership.dialects.lines import BLANK, BYTE_ORDER_MARK
from trailers.typed import Callable, Mapping, NamedTuple

Parse = Callable[[str, str], CodeOwners]

FAR = 24  # a pattern that is so much longer than the block's middle one pushes nobody


class _Row(NamedTuple):
    """A line with an entry: a byte order mark, the pattern and the owners, the comment with its `#`."""

    mark: str
    words: list[str]
    comment: str


def formatted(text: str, path: str, parse: Parse) -> str:
    """The text in its canonical layout; `parse` is the dialect's. Formatting it again changes nothing.

    The result is read once more: a line that would be read otherwise stays as it was.
    """
    before = parse(text, path)
    lines = text.split("\n")
    laid = _laid_out(lines, before)
    then, now = readings(before), readings(parse("\n".join(laid), path))
    if then != now:
        other = {line for line in {*then, *now} if then.get(line) != now.get(line)}
        laid = [lines[at] if at + 1 in other else line for at, line in enumerate(laid)]
        if then != readings(parse("\n".join(laid), path)):
            return text
    if laid[-1]:
        laid[-1] = laid[-1].removesuffix("\r") + ("\r" if laid[0].endswith("\r") else "")
        laid.append("")
    return "\n".join(laid)


def readings(codeowners: CodeOwners) -> Mapping[int, tuple[object, ...]]:
    """What is read of each line, by its number, without columns; line 0 has what stands on no single line.

    Two texts with the same readings mean the same, whatever is tracked.
    """
    told: dict[int, tuple[object, ...]] = {0: (dict(codeowners.groups),)}
    things: list[Entry | Section | Check | Mistake] = [*codeowners.entries, *codeowners.sections]
    things += codeowners.checks
    things += (mistake._replace(column=0, length=0) for mistake in codeowners.mistakes)
    for thing in things:
        told[thing.line] = (*told.get(thing.line, ()), thing)
    return told


def _laid_out(lines: list[str], codeowners: CodeOwners) -> list[str]:
    """The lines in their layout, each with the carriage return that it has."""
    numbers = {entry.line for entry in codeowners.entries}
    laid: list[str] = []
    block: list[_Row] = []
    ends: list[str] = []
    for number, line in enumerate([*lines, ""], 1):
        bare = line.removesuffix("\r")
        end = line[len(bare) :]
        if number in numbers and (row := _row(bare, codeowners.dialect)).words:
            block.append(row)
            ends.append(end)
            continue
        laid += map(str.__add__, _aligned(block), ends)
        block, ends = [], []
        laid.append(_without_blanks(bare) + end)
    return laid[:-1]


def _aligned(block: list[_Row]) -> list[str]:
    """The rows of a block as lines, their owners in one column."""
    widths = sorted(len(row.words[0]) for row in block if len(row.words) > 1)
    far = widths[len(widths) // 2] + FAR if widths else 0
    column = max((width for width in widths if width <= far), default=0)
    lines = []
    for mark, words, comment in block:
        pattern = words[0].ljust(column) if len(words) > 1 else words[0]
        lines.append(mark + " ".join(filter(None, (pattern, *words[1:], comment))))
    return lines


def _row(line: str, dialect: str) -> _Row:
    """The words of an entry's line, and its comment as it stands."""
    mark = BYTE_ORDER_MARK if line.startswith(BYTE_ORDER_MARK) else ""
    line = line.removeprefix(BYTE_ORDER_MARK)
    if not any(one in line for one in '\\"#'):
        return _Row(mark, [word for word in line.replace("\t", " ").split(" ") if word], "")
    words: list[str] = []
    start = 0
    while start < len(line):
        end = _end_of_word(line, start, dialect)
        if end > start:
            words.append(line[start:end])
        if line.startswith("#", end):
            return _Row(mark, words, line[end:].rstrip(BLANK))
        start = end + 1
    return _Row(mark, words, "")


def _end_of_word(line: str, start: int, dialect: str) -> int:
    """Where the word ends that begins at `start`: at a blank, or at the `#` of a comment.

    A backslash takes the next character for itself; Mibex's quotes hold blanks; Gitea's comments begin
    anywhere, the others' after a blank.
    """
    quoted = False
    at = start
    while at < len(line):
        one = line[at]
        if one == "\\":
            at += 1
        elif one == '"' and dialect == "bitbucket-mibex":
            quoted = not quoted
        elif not quoted and (
            one in BLANK or (one == "#" and (at == start or dialect in ("gitea", "forgejo")))
        ):
            return at
        at += 1
    return len(line)


def _without_blanks(line: str) -> str:
    """The line without blanks at its end, where no backslash holds them."""
    bare = line.rstrip(BLANK)
    return line if bare.endswith("\\") else bare
