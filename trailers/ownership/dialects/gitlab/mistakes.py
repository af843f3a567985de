"""What is wrong with a line of GitLab's dialect, or means something else there than elsewhere.

Imported only where a line may be so.
"""

from trailers.ownership.codeowners import Mistake
from trailers.ownership.dialects.gitlab.owners import owner_of
from trailers.ownership.dialects.gitlab.sections import BLANK, Header
from trailers.ownership.dialects.lines import Token
from trailers.ownership.owner import Owner
from trailers.typed import Iterator

_SHOWN = 80
_AROUND = ",;:.<>()[]{}\"'`*"


def of_header(header: Header, number: int, line: str, column: int) -> Iterator[Mistake]:
    """What is wrong with a header, in the order of its columns."""
    start = Token(line[: header.at], column)
    begin = f"Invalid pattern on line {number}: "
    if not header.name.strip(BLANK):
        yield _pattern(start, number, begin + "the section has no name")
    if header.counted and header.optional:
        message = begin + "an optional section has no count: nobody has to approve"
        yield _pattern(start, number, message, line[: header.at].rpartition("[")[0])
    elif header.counted and not header.approvals:
        message = begin + "the count is from 1 on; GitLab asks for 1 approval"
        yield _pattern(start, number, message, line[: header.at].rpartition("[")[0])
    unread = line[header.end :]
    if not unread or unread[0] == "#":
        return
    rest = Token(unread, column + header.end)
    if header.end > header.at:
        what = f"Invalid owner on line {number}: GitLab does not read on at `{_shown(unread)}`"
        yield Mistake(number, rest.column, len(unread), "Invalid owner", what)
    elif unread[0] == "[":
        message = f"{begin}`{_shown(unread)}` begins with no count, and GitLab does not read it"
        yield _pattern(rest, number, message)
    else:
        word = line[: header.at] + unread.split(" ")[0].split("\t")[0]
        message = (
            f"{begin}what begins with `{_shown(start.text)}` is a section's header, the rest is not read"
        )
        yield _pattern(Token(word, column), number, message, "" if line[0] == "^" else "**/" + word)


def of_pattern(pattern: Token, number: int, *, named: bool) -> Iterator[Mistake]:
    """What a pattern means on GitLab that it would not elsewhere; and that no owner is `named`."""
    text = pattern.text
    if text == "!":
        yield _pattern(pattern, number, f"Invalid pattern on line {number}: a `!` alone excludes every file")
    if text.endswith("/**") and len(text) > len("/**"):
        message = (
            f"`{_shown(text)}` on line {number} ends with `/**`, which on GitLab is only what is directly in "
            "the directory; all below it is `/`"
        )
        yield Mistake(number, pattern.column, len(text), "Other dialect", message, text[:-2])
    if "{" in text or text[-1] == "$":
        from trailers.ownership.dialects.foreign import foreign_pattern

        what = foreign_pattern(text.removeprefix("!") or "!")
        if what:
            message = f"`{_shown(text)}` on line {number} is {what}, which GitLab does not have"
            yield Mistake(number, pattern.column, len(text), "Other dialect", message)
    if not named:
        message = f"Invalid owner on line {number}: nobody is named, and GitLab takes it for approved"
        yield Mistake(number, pattern.column, len(text), "Invalid owner", message)


def of_owner(word: Token, within: tuple[Owner, ...], number: int) -> Mistake:
    """A word that is no owner. `within` are those that GitLab finds in it all the same."""
    message = (
        f"Invalid owner on line {number}: `{_shown(word.text)}` is no @user, no @group/subgroup, no @@role "
        "(developer, maintainer, owner) and no e-mail address; GitLab "
    )
    names = ", ".join(owner.text for owner in within)
    message += f"reads {_shown(names)} in it" if within else "passes over it"
    return Mistake(number, word.column, len(word.text), "Invalid owner", message, _instead(word.text))


def of_comment(comment: Token, number: int) -> Mistake:
    """A comment behind a rule."""
    message = (
        f"`{_shown(comment.text)}` on line {number} is a comment elsewhere; GitLab has none behind a rule, "
        "and takes whom it names for owners"
    )
    return Mistake(number, comment.column, len(comment.text), "Other dialect", message)


def _pattern(token: Token, number: int, message: str, suggestion: str = "") -> Mistake:
    return Mistake(number, token.column, len(token.text), "Invalid pattern", message, suggestion)


def _instead(text: str) -> str:
    """The owner that a word may be meant to be; empty where none comes to mind."""
    if text.startswith("@@"):
        return ""
    bare = text[: 2 * _SHOWN].strip(_AROUND)
    guesses = (bare, "@" + bare.lstrip("@"))
    return next((one for one in guesses if one != text and "@" in text and owner_of(one)), "")


def _shown(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
