"""GitHub's CODEOWNERS.

https://docs.github.com/en/repositories/managing-your-repositorys-settings-and-features/customizing-your-repository/\
about-code-owners: the last line that matches decides alone; a line without owners takes them away; a bad line
is skipped. Where the page is silent: blanks before a pattern do not count; a line with one bad owner is
skipped wholly; `#` begins a comment only where a word begins; a backslash takes any character for itself.
"""

from trailers.ownership.codeowners import CodeOwners
from trailers.ownership.dialects.dialect import Dialect
from trailers.ownership.dialects.owners import owner_of
from trailers.ownership.dialects.reading import read


def parse(text: str, path: str) -> CodeOwners:
    """Read a file as GitHub does."""
    return read(text, path, "github", owner_of)


DIALECT = Dialect(
    name="github",
    title="GitHub",
    places=(".github/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS"),
    combines="last",
    parse=parse,
    limit=3_000_000,  # "must be under 3 MB": the smaller of the two megabytes is safe under either
)
