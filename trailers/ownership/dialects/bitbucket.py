"""Bitbucket Cloud's own CODEOWNERS, which suggests reviewers.

https://support.atlassian.com/bitbucket-cloud/docs/set-up-and-use-code-owners/: patterns as GitHub's; the last
one that matches decides. An owner is an e-mail address, `@username`, `@workspace/group` or `@teams/name` from
`.bitbucket/teams.yaml`; of a group's members `:random(2)`, `:least_busy(2)` or `:all` are asked, one where
no number is given. Where the page is silent it is read as GitHub's: a line with a bad owner is skipped.
"""

from trailers.ownership.codeowners import CodeOwners
from trailers.ownership.dialects.dialect import Dialect
from trailers.ownership.dialects.owners import is_email, is_name
from trailers.ownership.dialects.reading import read
from trailers.ownership.owner import Owner


def owner_of(text: str) -> Owner | None:
    """The owner that a word names on Bitbucket, with its choice of reviewers; None where it names none."""
    if text[:1] != "@":
        return Owner(text, "email") if is_email(text) else None
    name, colon, choice = text[1:].partition(":")
    workspace, slash, group = name.partition("/")
    if not _is_slug(workspace) or (slash and not _is_slug(group)) or (colon and not _is_choice(choice)):
        return None
    return Owner(text, "team" if slash or colon else "user")


def _is_slug(text: str) -> bool:
    """Whether this can name somebody: user names of old have dots."""
    return is_name(text.replace(".", "_"))


def _is_choice(text: str) -> bool:
    how, bracket, count = text.partition("(")
    if not bracket:
        return how in ("all", "random", "least_busy")
    number = count.removesuffix(")")
    digits = number != count and number.isascii() and number.isdecimal()
    return how in ("random", "least_busy") and digits and bool(number.strip("0"))


def parse(text: str, path: str) -> CodeOwners:
    """Read a file as Bitbucket Cloud does."""
    return read(text, path, "bitbucket", owner_of)


DIALECT = Dialect(
    name="bitbucket",
    title="Bitbucket Cloud",
    places=(".bitbucket/CODEOWNERS",),
    combines="last",
    parse=parse,
)
