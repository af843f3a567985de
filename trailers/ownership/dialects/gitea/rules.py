"""Reading a file of Gitea's form: a regular expression and its owners in each line.

`GetCodeOwnersFromContent` and `ParseCodeOwnersLine` (models/issues/pull.go). A line that Gitea skips is a
mistake and no entry: without owners, or with an expression that does not compile.
"""

from trailers.ownership.codeowners import CodeOwners, Entry, Mistake, MistakeKind
from trailers.ownership.dialects.gitea.globs import backslash_lost, doubled, from_glob, looks_like_glob
from trailers.ownership.dialects.gitea.words import Word, words_of
from trailers.ownership.dialects.lines import lines_of
from trailers.ownership.expression import Expression
from trailers.ownership.owner import Owner
from trailers.ownership.regexp.matcher import matcher
from trailers.typed import NamedTuple

_NAME = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.")
_MOST = 20  # mistakes of one line that are told
_SHOWN = 80


class Forge(NamedTuple):
    """What differs: `takes_slash`: whether a slash at a pattern's beginning is taken off it."""

    dialect: str
    title: str
    takes_slash: bool


def read(text: str, path: str, forge: Forge) -> CodeOwners:
    """Read a file as the forge does."""
    lines = lines_of(text)
    entries: list[Entry] = []
    mistakes: list[Mistake] = []
    for number, line in enumerate(lines, 1):
        words = words_of(line)
        if words:
            rule = _Rule(number, forge, mistakes)
            entry = rule.entry(words)
            if entry is not None:
                entries.append(entry)
    return CodeOwners(path, forge.dialect, lines, tuple(entries), mistakes=tuple(mistakes))


def owner_of(text: str) -> Owner | None:
    """The owner that a word names, `@user` or `@org/team`, also without the `@`; None where it names none."""
    organization, slash, team = text.removeprefix("@").partition("/")
    if not organization or not _NAME.issuperset(organization):
        return None
    if not slash:
        return Owner(text, "user")
    return Owner(text, "team") if team and "/" not in team and "@" not in team else None


class _Rule:
    """One line on its way to an entry."""

    def __init__(self, number: int, forge: Forge, mistakes: list[Mistake]) -> None:
        self.number = number
        self.forge = forge
        self.mistakes = mistakes

    def entry(self, words: tuple[Word, ...]) -> Entry | None:
        """The entry of a line; None where the forge skips it."""
        pattern = words[0]
        expression = self._expression(pattern)
        owners = self._owners(words)
        if expression is None or not owners:
            return None
        return Entry(self.number, pattern.written, owners, expression)

    def _expression(self, pattern: Word) -> Expression | None:
        negated = pattern.text.startswith("!")
        source = pattern.text[negated:]
        if self.forge.takes_slash:
            source = source.removeprefix("/")
        try:
            matcher(source)
        except ValueError as reason:
            self._wrong(pattern, "Invalid pattern", str(reason), _suggestion(pattern, source))
            return None
        self._doubts(pattern, source)
        return Expression(source, negated)

    def _doubts(self, pattern: Word, source: str) -> None:
        """What compiles, but is hardly meant so."""
        title = self.forge.title
        if looks_like_glob(source):
            why = f"looks like a glob; {title} reads a regular expression, and `*` repeats what is before it"
        elif backslash_lost(pattern.written):
            why = f"has a backslash that {title} takes away: the expression gets it where there are two"
        elif source.startswith("/"):
            why = f"begins with a slash, which no path does for {title}"
        elif source.endswith("/") and not source.endswith("\\/"):
            why = "ends with a slash, which no path does: it needs `.*` behind it"
        else:
            return
        message = f"`{_shown(pattern.written)}` on line {self.number} {why}"
        instead = _suggestion(pattern, source)
        self._add(pattern, "Other dialect", message, instead)

    def _owners(self, words: tuple[Word, ...]) -> tuple[Owner, ...]:
        owners: dict[Owner, None] = {}
        wrong = 0
        for word in words[1:]:
            owner = owner_of(word.text)
            if owner is not None:
                owners[owner] = None
            elif wrong < _MOST:
                wrong += 1
                why = f"`{_shown(word.written)}` is no @user and no @org/team; {self.forge.title} skips it"
                self._wrong(word, "Invalid owner", why)
        if not owners:
            why = f"nobody is named, and {self.forge.title} skips the line"
            self._wrong(words[0], "Invalid owner", why)
        return tuple(owners)

    def _wrong(self, word: Word, kind: MistakeKind, why: str, instead: str = "") -> None:
        self._add(word, kind, f"{kind} on line {self.number}: {why}", instead)

    def _add(self, word: Word, kind: MistakeKind, message: str, instead: str) -> None:
        self.mistakes.append(Mistake(self.number, word.column, len(word.written), kind, message, instead))


def _suggestion(pattern: Word, source: str) -> str:
    """What may be meant; empty where nothing that compiles comes to mind."""
    negation = "!" * pattern.text.startswith("!")
    if len(source) > _SHOWN:
        return ""
    if looks_like_glob(source):
        instead = negation + from_glob(source.removeprefix("/"))
    elif backslash_lost(pattern.written):
        instead = doubled(pattern.written)
    else:
        written = pattern.written.removeprefix("!").removeprefix("/")
        instead = negation + written + ".*" * written.endswith("/")
    if instead == pattern.written:
        return ""
    try:
        matcher(words_of(instead)[0].text.removeprefix("!"))
    except (ValueError, IndexError):
        return ""
    return instead


def _shown(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
