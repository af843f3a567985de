"""GitLab's CODEOWNERS: sections that are asked each for itself.

https://docs.gitlab.com/user/project/codeowners/reference/ and, where it is silent, GitLab's own reading
(`File`, ee/lib/gitlab/code_owners/file.rb). What differs from GitHub's:

- A pattern without a slash at its beginning is for any depth, also with one in the middle; a name without
  one at its end is a file's, never a directory's; `*` alone is everything; sets work, comments behind a
  rule do not.
- Of each section the last rule that matches decides; but where any exclusion (`!pattern`) of the section
  matches, before it or behind it, the section has no owners for the path.
- A rule whose pattern stood in its section before takes that one's place, in the order too.
- A name that opens a section again goes on with it, whatever its case. One that is optional at one place only
  is required; of several counts the highest is taken here (GitLab takes that of the rule's own header).
- A bad owner is passed over and its rule holds: with nobody to approve, GitLab takes it for approved.
"""

from trailers.ownership.codeowners import CodeOwners, Entry, Mistake, Section
from trailers.ownership.dialects.dialect import Dialect
from trailers.ownership.dialects.gitlab.owners import owner_of, owners_within
from trailers.ownership.dialects.gitlab.patterns import normalized, shape_of
from trailers.ownership.dialects.gitlab.sections import BLANK, Header, header_of, unclosed
from trailers.ownership.dialects.lines import Token, lines_of
from trailers.ownership.owner import Owner
from trailers.typed import Iterator

_UNNAMED = "codeowners"  # what GitLab calls the section before the first header
_MOST = 20  # mistakes of one line that are told
_SHOWN = 80


def parse(text: str, path: str) -> CodeOwners:
    """Read a file as GitLab does."""
    reader = _Reader()
    lines = lines_of(text)
    for number, line in enumerate(lines, 1):
        kept = line.strip(BLANK + "\0")
        if kept and kept[0] != "#":
            reader.read(number, kept, line.find(kept) + 1)
    mistakes = tuple(reader.mistakes)
    return CodeOwners(path, "gitlab", lines, tuple(reader.entries), reader.all_sections(), mistakes)


class _Reader:
    """One pass over the lines."""

    def __init__(self) -> None:
        self.sections = [Section()]
        self.entries: list[Entry] = []
        self.mistakes: list[Mistake] = []
        self.section = 0  # of the lines to come, as are the next two
        self.asked = 1
        self.defaults: tuple[Owner, ...] = ()
        self._numbers = {_UNNAMED: 0}
        self._places: dict[tuple[int, str], int] = {}
        self._approvals: list[int] = []  # of each entry, by its own header
        self._owners: dict[str, tuple[Owner, ...]] = {}

    def read(self, number: int, line: str, column: int) -> None:
        """Read one line, without the blanks around it, of which the first character is in `column`."""
        header = header_of(line) if line[0] in "[^" else None
        if header is not None:
            self._open(header, number, line, column)
        else:
            self._rule(number, line, column)

    def all_sections(self) -> tuple[Section, ...]:
        """The sections, now that all rules that ask something of them are known."""
        asked: dict[int, int] = {}
        for entry, approvals in zip(self.entries, self._approvals, strict=True):
            asked[entry.section] = max(asked.get(entry.section, 0), approvals)
        return tuple(
            section._replace(approvals=asked.get(number, section.approvals))
            for number, section in enumerate(self.sections)
        )

    def _open(self, header: Header, number: int, line: str, column: int) -> None:
        from trailers.ownership.dialects.gitlab.mistakes import of_header

        self.mistakes += of_header(header, number, line, column)
        text = line[header.at : header.end].strip(BLANK)
        self.defaults = self._owners_in(Token(text, column + line.find(text, header.at)), number)
        self.asked = header.asked()
        # GitLab compares cases only from the second header on.
        name = header.name if len(self.sections) == 1 else header.name.casefold()
        known = self._numbers.get(name)
        if known is None:
            known = len(self.sections)
            self.sections.append(Section(header.name, number, self.asked, self.defaults))
            self._numbers.setdefault(header.name.casefold(), known)
        self.section = known

    def _rule(self, number: int, line: str, column: int) -> None:
        end = _end_of_pattern(line)
        written = Token(line[:end], column)
        excludes = line[0] == "!"
        pattern = normalized(written.text[excludes:])
        try:
            shape = shape_of(pattern)
        except ValueError as reason:
            why = f"{reason}, so that GitLab matches no path by it"
            if unclosed(line):
                why = "a section's header needs a `]`; GitLab takes it for a rule that matches no path"
            self._wrong(number, written, f"Invalid pattern on line {number}: {why}")
            return
        rest = line[end:].lstrip(BLANK)
        owners: tuple[Owner, ...] = ()
        if not excludes and rest:
            owners = self._owners_in(Token(rest, column + len(line) - len(rest)), number)
        elif not excludes:
            owners = self.defaults
        nobody = not (owners or excludes)
        if nobody or line[:end] == "!" or "**" in pattern[3:] or "{" in pattern or "$" in pattern:
            from trailers.ownership.dialects.gitlab.mistakes import of_pattern

            self.mistakes += of_pattern(written, number, named=bool(rest) or not nobody)
        self._keep(Entry(number, written.text, owners, shape, self.section, excludes), pattern, column)

    def _keep(self, entry: Entry, pattern: str, column: int) -> None:
        place = self._places.setdefault((self.section, pattern), len(self.entries))
        if place == len(self.entries):
            self.entries.append(entry)
            self._approvals.append(self.asked)
            return
        line = self.entries[place].line
        self.entries[place] = entry
        self._approvals[place] = self.asked
        message = (
            f"`{_shown(entry.pattern)}` on line {entry.line} takes the place of line {line}, in the order "
            "too: GitLab keeps one rule for each pattern of a section"
        )
        self.mistakes.append(Mistake(entry.line, column, len(entry.pattern), "Other dialect", message))

    def _wrong(self, number: int, token: Token, message: str) -> None:
        self.mistakes.append(Mistake(number, token.column, len(token.text), "Invalid pattern", message))

    def _owners_in(self, token: Token, number: int) -> tuple[Owner, ...]:
        """The owners in the text behind a pattern or a header."""
        known = self._owners.get(token.text)
        if known is not None:
            return known
        owners: dict[Owner, None] = {}
        wrong = 0
        comment = False
        for word in _words(token):
            owner = owner_of(word.text)
            within = () if owner else owners_within(word.text)
            owners.update(dict.fromkeys((owner,) if owner else within))
            if owner or comment or wrong == _MOST:
                continue
            from trailers.ownership.dialects.gitlab.mistakes import of_comment, of_owner

            comment = word.text[0] == "#"
            tail = token.text[word.column - token.column :]
            self.mistakes.append(
                of_comment(Token(tail, word.column), number) if comment else of_owner(word, within, number)
            )
            wrong += 1
        if not wrong:
            self._owners[token.text] = tuple(owners)
        return tuple(owners)


def _end_of_pattern(line: str) -> int:
    """The first blank without a backslash before it."""
    if "\\" not in line:
        ends = [line.find(blank) for blank in BLANK]
        return min([end for end in ends if end >= 0], default=len(line))
    for end, one in enumerate(line):
        if one in BLANK and line[end - 1] != "\\":
            return end
    return len(line)


def _words(token: Token) -> Iterator[Token]:
    flat = token.text
    for blank in BLANK[1:]:
        flat = flat.replace(blank, " ")
    column = token.column
    for word in flat.split(" "):
        if word:
            yield Token(word, column)
        column += len(word) + 1


def _shown(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"


DIALECT = Dialect(
    name="gitlab",
    title="GitLab",
    places=("CODEOWNERS", "docs/CODEOWNERS", ".gitlab/CODEOWNERS"),
    combines="sections",
    parse=parse,
)
