"""The policy that a repository begins with."""

import re

from trailers.adoption.facts.facts import Facts
from trailers.version import VERSION

_HEAD = """\
# How commits that were made with AI help are judged. CI reads this file from the base of a change, never from
# the change itself. All keys: undersign policy show
requires = ">={version}"

[disclosure]
# Commits with a trace of an assistant name the model, the context and the approver.
mode = "detected"

[approver]
# Whose word counts. "human": also the author's own. "other": somebody else's. "owner": the CODEOWNERS'.
rule = "human"
"""
_HISTORY = """
[history]
# What was there before this policy is exempt.
grandfather = "{commit}"
"""
_OWNERS = """
[owners]
# {place} does not tell whose rules it follows.
dialect = "{dialect}"
"""
_SECRETS = """
[secrets]
# Secrets that were there before.
baseline = "{baseline}"
"""
_EVERYWHERE = ("CODEOWNERS", "docs/CODEOWNERS")  # where more than one forge looks
_BASELINE = ".secrets.baseline"


def policy_text(facts: Facts, exempt: str) -> str:
    """The text of undersign.toml; `exempt` is a whole commit id, or empty."""
    found = re.match(r"[0-9]+\.[0-9]+", VERSION)
    assert found
    parts = [_HEAD.format(version=found[0])]
    if exempt:
        parts.append(_HISTORY.format(commit=exempt))
    if facts.codeowners and facts.codeowners[0] in _EVERYWHERE and _dialect(facts) not in ("", "github"):
        parts.append(_OWNERS.format(place=facts.codeowners[0], dialect=_dialect(facts)))
    if any(_BASELINE in tool.files for tool in facts.other_tools):
        parts.append(_SECRETS.format(baseline=_BASELINE))
    return "".join(parts)


def _dialect(facts: Facts) -> str:
    name = facts.forge.name if facts.forge else ""
    return name if name in ("github", "gitlab", "gitea", "forgejo") else ""
