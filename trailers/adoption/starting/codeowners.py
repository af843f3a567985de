"""The CODEOWNERS file that a repository begins with, at the place and in the dialect of its forge."""

import re

from trailers.errors import UsageError
from trailers.ownership.dialects.registry import dialect_named
from trailers.typed import Sequence

# Where only this forge looks, so that the place tells the dialect.
PLACES = {
    "github": ".github/CODEOWNERS",
    "gitlab": ".gitlab/CODEOWNERS",
    "bitbucket": ".bitbucket/CODEOWNERS",
    "gitea": ".gitea/CODEOWNERS",
    "forgejo": ".forgejo/CODEOWNERS",
}
_SIGN = "@OWNER"


def codeowners_text(forge: str, owners: Sequence[str], protected: Sequence[str]) -> str:
    """The text. Without owners all its lines are comments, which own nothing.

    `protected` are the paths that decide over the checks. UsageError where the forge would refuse an owner.
    """
    mark, names = ("", " ".join(owners)) if owners else ("# ", _SIGN)
    _refuse_bad(forge, owners)
    everything, *paths = _patterns(forge, protected)
    lines = [
        "# Who is asked to approve what. The last line that matches a file counts."
        if dialect_named(forge).combines != "union"
        else "# Who is asked to approve what. Every line that matches a file counts.",
        *([] if owners else [f'# Put people or teams in the place of {_SIGN}, and take the "# " away.']),
        "",
        "# Everything.",
        f"{mark}{everything} {names}",
        "",
        "# What decides over the checks: whoever may loosen them.",
        *(f"# {path} {_SIGN}" for path in paths),
    ]
    return "".join(f"{line}\n" for line in lines)


def _patterns(forge: str, protected: Sequence[str]) -> list[str]:
    if forge in ("gitea", "forgejo"):  # regular expressions of the whole path, with `\\` for a backslash
        return [".*", *(re.escape(path).replace("\\", "\\\\") for path in protected)]
    return ["*", *(f"/{path}" for path in protected)]


def _refuse_bad(forge: str, owners: Sequence[str]) -> None:
    for owner in owners:
        read = dialect_named(forge).parse(f"{_patterns(forge, ())[0]} {owner}\n", PLACES[forge])
        good = len(read.entries) == 1 and [one.text for one in read.entries[0].owners] == [owner]
        if not good or read.mistakes:
            raise UsageError(
                f"{owner!r} is no owner as {dialect_named(forge).title} writes one", "--owner @name"
            )
