"""Gitea's CODEOWNERS: each line a regular expression of Go, and all lines that match add their owners.

https://docs.gitea.com/usage/repository/code-owners. `!` before an expression is for all paths but those it
matches. A slash at the beginning is taken off, since Gitea 1.26 (go-gitea/gitea#37244); before that such a
rule matched nothing, and with `!` everything. The newest Gitea compiles with regexp2, a backtracking engine
that knows look-around too; the page says Go's language, and so do we: a rule with look-around is refused.
"""

from trailers.ownership.codeowners import CodeOwners
from trailers.ownership.dialects.dialect import Dialect
from trailers.ownership.dialects.gitea.rules import Forge, read

_FORGE = Forge("gitea", "Gitea", takes_slash=True)


def parse(text: str, path: str) -> CodeOwners:
    """Read a file as Gitea does."""
    return read(text, path, _FORGE)


DIALECT = Dialect(
    name="gitea",
    title="Gitea",
    places=("CODEOWNERS", "docs/CODEOWNERS", ".gitea/CODEOWNERS"),
    combines="union",
    parse=parse,
)
