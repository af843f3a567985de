"""Hashes that would allow every token of a kind, because what was hashed is the beginning they all have.

detect-secrets hashes what the first group of its pattern matched; for GitHub and GitLab tokens that is the
prefix alone (https://github.com/Yelp/detect-secrets/issues/858): one entry in a baseline, or one answer in an
audit, then allows every later token in that file.
"""

import hashlib

from trailers.secrets.fingerprint import fingerprint
from trailers.secrets.found import Found
from trailers.typed import Iterator, Mapping

# The groups of detect-secrets 1.5.0, plugins/github_token.py and plugins/gitlab_token.py, and what later
# tokens of both would give.
_PREFIXES = (
    *("ghp", "gho", "ghu", "ghs", "ghr", "github_pat"),
    *("glpat", "gldt", "glft", "glsoat", "glrt", "glcbt", "glptt", "glimt", "glagent", "GR1348941"),
)
_HEX = "0123456789abcdefABCDEF"


def _hashes() -> Iterator[tuple[str, str]]:
    for prefix in _PREFIXES:
        yield prefix, f"the prefix {prefix!r} alone"
    yield "", "an empty value"
    # `glcbt-([0-9a-fA-F]{2}_)?…`: the group is the number of a partition.
    for first in _HEX:
        for second in _HEX:
            yield f"{first}{second}_", "a part of the prefix of GitLab's job tokens"


def _blanket() -> dict[str, str]:
    found: dict[str, str] = {}
    for value, what in _hashes():
        found[hashlib.sha1(value.encode(), usedforsecurity=False).hexdigest()] = what
        found[fingerprint(Found("", "", 1, 1, value, ""))] = what
    return found


# By SHA-1, as detect-secrets writes it, and by our own fingerprint; what each is the hash of.
BLANKET: Mapping[str, str] = _blanket()
