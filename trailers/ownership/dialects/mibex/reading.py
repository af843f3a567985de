"""CODEOWNERS of Mibex' app "Code Owners for Bitbucket".

https://docs.mibexsoftware.com/codeowners/owner-rules and …/merge-checks. The last rule that matches decides;
`!pattern`, without owners, takes away whom earlier rules gave. Patterns are gitignore's, with choices in
braces; each choice is an entry here, of the same line. Groups that the file defines are `@@@Name member…`,
checks on the approvals `Check(@@Name >= 2)`, settings begin with `CODEOWNERS.` and are not read.

Where the pages are silent: a rule with a word that is no owner holds without it; a group that is defined
again is the later one; a check that cannot be read is one that nothing meets, `Check(line, ())`; a word
that begins with `#` ends the line, and whom it names owns nothing.
"""

from trailers.ownership.codeowners import Check, CodeOwners, Entry, Mistake, MistakeKind
from trailers.ownership.dialects.dialect import Dialect
from trailers.ownership.dialects.gitignore import shape_of
from trailers.ownership.dialects.lines import BLANK, Token, lines_of
from trailers.ownership.dialects.mibex.braces import choices
from trailers.ownership.dialects.mibex.checks import checks_of, is_check
from trailers.ownership.dialects.mibex.owners import group_name, owner_of
from trailers.ownership.dialects.mibex.words import without_quotes, words_of
from trailers.ownership.owner import Owner
from trailers.ownership.shape import Shape

_MOST = 20  # mistakes of one line that are told
_MOST_CHOICES = 20_000  # entries that braces may add to a file
_SHOWN = 80


def parse(text: str, path: str) -> CodeOwners:
    """Read a file as Mibex' app does."""
    reader = _Reader()
    lines = lines_of(text)
    for number, line in enumerate(lines, 1):
        kept = line.strip(BLANK)
        if kept and kept[0] != "#" and not kept.startswith("CODEOWNERS."):
            reader.read(number, line)
    return CodeOwners(
        path,
        "bitbucket-mibex",
        lines,
        tuple(reader.entries),
        mistakes=tuple(reader.mistakes),
        groups=reader.groups,
        checks=tuple(reader.checks),
    )


class _Reader:
    """One pass over the lines."""

    def __init__(self) -> None:
        self.entries: list[Entry] = []
        self.mistakes: list[Mistake] = []
        self.groups: dict[str, tuple[Owner, ...]] = {}
        self.checks: list[Check] = []
        self._defined: dict[str, int] = {}
        self._chosen = 0

    def read(self, number: int, line: str) -> None:
        """Read one line that is neither blank nor a comment."""
        start = len(line) - len(line.lstrip(BLANK))
        whole = Token(line.strip(BLANK), start + 1)
        words = words_of(line)
        if is_check(whole.text):
            self._check(number, whole)
        elif words is None:
            self._wrong(number, whole, "Invalid pattern", "a quote is never closed")
        elif words[0].text.startswith("@@@"):
            self._group(number, words)
        else:
            self._rule(number, words)

    def _check(self, number: int, line: Token) -> None:
        try:
            self.checks += [Check(number, any_of) for any_of in checks_of(line.text)]
        except ValueError as reason:
            self._wrong(number, line, "Invalid pattern", f"{reason}, and no approval meets it")
            self.checks.append(Check(number, ()))

    def _group(self, number: int, words: tuple[Token, ...]) -> None:
        name = group_name(words[0].text)
        if owner_of(words[0].text[1:]) is None:
            self._wrong(number, words[0], "Invalid owner", "a group is defined as `@@@Name @member @@group`")
            return
        members = self._owners(number, words)
        if name in self._defined:
            why = f"the group of line {self._defined[name]} has this name too, and this line counts"
            self._wrong(number, words[0], "Invalid owner", why)
        elif not members:
            self._wrong(number, words[0], "Invalid owner", "the group has no members")
        self._defined[name] = number
        self.groups[name] = members

    def _rule(self, number: int, words: tuple[Token, ...]) -> None:
        pattern = words[0]
        excludes = pattern.text[0] == "!"
        owners = self._owners(number, words)
        if excludes and len(words) > 1 and words[1].text[0] != "#":
            why = "a rule with `!` takes owners away, and those behind it do not count"
            self._wrong(number, words[1], "Invalid owner", why)
            owners = ()
        elif not excludes and not owners:
            self._wrong(
                number, pattern, "Invalid owner", "the rule names nobody; `!` before it takes owners away"
            )
            return
        try:
            shapes = [_shape(choice) for choice in self._choices(pattern.text[excludes:])]
        except ValueError as reason:
            self._wrong(number, pattern, "Invalid pattern", str(reason))
            return
        self.entries += [Entry(number, pattern.text, owners, shape, 0, excludes) for shape in shapes]

    def _choices(self, pattern: str) -> list[str]:
        """The patterns, without quotes, that one stands for."""
        if pattern.startswith('"'):
            pattern = without_quotes(pattern)
            if pattern.startswith("!"):
                pattern = "\\" + pattern
        found = choices(pattern)
        self._chosen += len(found) - 1
        if self._chosen > _MOST_CHOICES:
            raise ValueError(f"the file's braces make more than {_MOST_CHOICES:,} patterns more")
        return found

    def _owners(self, number: int, words: tuple[Token, ...]) -> tuple[Owner, ...]:
        owners: dict[Owner, None] = {}
        wrong = 0
        for word in words[1:]:
            if word.text[0] == "#":
                why = "begins a comment behind a rule, which Mibex' app is not known to have: give it a line"
                self._other(number, word, why)
                break
            owner = owner_of(word.text)
            if owner is not None:
                owners[owner] = None
            elif wrong < _MOST:
                wrong += 1
                why = f"`{_shown(word.text)}` is no @user, no @@group and no e-mail address"
                self._wrong(number, word, "Invalid owner", why)
        return tuple(owners)

    def _other(self, number: int, word: Token, why: str) -> None:
        message = f"`{_shown(word.text)}` on line {number} {why}"
        self.mistakes.append(Mistake(number, word.column, len(word.text), "Other dialect", message))

    def _wrong(self, number: int, token: Token, kind: MistakeKind, why: str) -> None:
        message = f"{kind} on line {number}: {why}"
        self.mistakes.append(Mistake(number, token.column, len(token.text), kind, message))


def _shape(pattern: str) -> Shape:
    shape = shape_of(pattern.removeprefix("\\") if pattern.startswith("\\#") else pattern)
    if shape is None:
        from trailers.ownership.dialects.refusals import why_refused

        reason = why_refused(pattern)
        raise ValueError(reason[0] if reason else "it matches no path")
    return shape


def _shown(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"


DIALECT = Dialect(
    name="bitbucket-mibex",
    title="Bitbucket with Mibex' app",
    places=("CODEOWNERS", ".bitbucket/CODEOWNERS"),
    combines="last",
    parse=parse,
)
