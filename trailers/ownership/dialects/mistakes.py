"""What is wrong with a line that GitHub or Bitbucket Cloud skips, or that another forge would read otherwise.

Imported only where a line is so. Messages begin as GitHub's own do: "Invalid pattern on line 3: …".
"""

from trailers.ownership.codeowners import Mistake
from trailers.ownership.dialects.dialect import OwnerOf
from trailers.ownership.dialects.foreign import foreign_owner, foreign_pattern, section_header
from trailers.ownership.dialects.lines import Token, tokens_of
from trailers.ownership.dialects.refusals import why_refused
from trailers.typed import Iterator

MOST = 20  # mistakes of one line that are told; it is skipped for the first

_FORMS = {
    "github": ("GitHub", "@user, no @org/team and no e-mail address"),
    "bitbucket": ("Bitbucket", "@user, no @workspace/group, no @teams/name and no e-mail address"),
}
_AROUND = ",;:.<>()[]{}\"'`*"
_SHOWN = 80


def mistakes_in(line: str, number: int, dialect: str, owner_of: OwnerOf) -> list[Mistake]:
    """What is wrong with a line that has a pattern, in the order of its columns."""
    tokens = tokens_of(line)
    forge, forms = _FORMS[dialect]
    header = section_header(line[tokens[0].column - 1 :])
    found = list(_of_pattern(tokens, number, forge, header))
    for token in tokens[1:] if not header else ():
        if len(found) == MOST:
            break
        if owner_of(token.text) is None:
            what = foreign_owner(token.text, dialect)
            instead = "" if what else _instead(token.text, owner_of)
            found.append(_invalid_owner(token, number, forms, instead))
            found += [_other_dialect(token, number, what, forge)] if what else []
    return found


def _of_pattern(tokens: tuple[Token, ...], number: int, forge: str, header: str) -> Iterator[Mistake]:
    pattern = tokens[0]
    refused = why_refused(pattern.text)
    if refused is not None:
        reason, instead = refused
        if header or (pattern.text[0] == "!" and len(tokens) > 1):
            instead = ""
        message = f"Invalid pattern on line {number}: {reason}"
        yield Mistake(number, pattern.column, len(pattern.text), "Invalid pattern", message, instead)
    if header:
        what = "a section header of GitLab (a path of that name has `\\[` and `\\]`)"
        yield _other_dialect(Token(header, pattern.column), number, what, forge)
    elif what := foreign_pattern(pattern.text):
        yield _other_dialect(pattern, number, what, forge)


def _other_dialect(token: Token, number: int, what: str, forge: str) -> Mistake:
    message = f"`{_shown(token.text)}` on line {number} is {what}, which {forge} does not have"
    return Mistake(number, token.column, len(token.text), "Other dialect", message)


def _invalid_owner(token: Token, number: int, forms: str, instead: str) -> Mistake:
    message = f"Invalid owner on line {number}: `{_shown(token.text)}` is no {forms}"
    if "@" not in token.text:
        message += "; a blank in a path is written `\\ `"
    return Mistake(number, token.column, len(token.text), "Invalid owner", message, instead)


def _instead(text: str, owner_of: OwnerOf) -> str:
    """The owner, or the owners, that a text may be meant to name; empty where none comes to mind."""
    bare = text.strip(_AROUND)
    lists = [bare.replace(";", ",").split(","), [f"@{name}" for name in bare.split("@") if name]]
    guesses = [[bare], [f"@{bare}"], [bare[1:]], [f"@{bare[:-1]}"], *lists]
    for words in guesses:
        if words and all(owner_of(word) is not None for word in words):
            return " ".join(words)
    return ""


def _shown(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
