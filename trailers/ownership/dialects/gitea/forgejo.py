"""Forgejo's CODEOWNERS: Gitea's as it was when Forgejo went its own way.

It looks in one more place, and a slash at the beginning of an expression stays: no path matches it.
"""

from trailers.ownership.codeowners import CodeOwners
from trailers.ownership.dialects.dialect import Dialect
from trailers.ownership.dialects.gitea.rules import Forge, read

_FORGE = Forge("forgejo", "Forgejo", takes_slash=False)


def parse(text: str, path: str) -> CodeOwners:
    """Read a file as Forgejo does."""
    return read(text, path, _FORGE)


DIALECT = Dialect(
    name="forgejo",
    title="Forgejo",
    places=("CODEOWNERS", "docs/CODEOWNERS", ".gitea/CODEOWNERS", ".forgejo/CODEOWNERS"),
    combines="union",
    parse=parse,
)
