"""A value without quotes that is given to a name which says that it is a secret.

In source code such a value is a variable, unless it stands in a comment or inside a longer string, such as a
connection string; in files of settings, in shells and in prose it is a literal.
"""

import re

from trailers.secrets.checks.credible import credible
from trailers.secrets.checks.naming import naming
from trailers.secrets.hit import Hit
from trailers.secrets.source_code import is_source_code

_COMMENT = re.compile(rb"(?:^|\s)(?:#|//|--|;|\*|<!--|/\*|%|REM )")
_VARIABLE = re.compile(
    r"[A-Za-z_][A-Za-z_]*(?:[.:][A-Za-z_]\w*)+$|[A-Z][A-Z_]*[0-9]?$|[$%!&*@][\w{(.\-]*[%@})]?$"
)
_LONGEST_LINE = 512


def assigned_bare(hit: Hit) -> bool:
    """Whether the value is a literal where it stands, its name says that it is secret, and it can be."""
    value = hit.value.decode("latin-1")
    if _VARIABLE.match(value) or hit.data[hit.end : hit.end + 1] in (b"(", b"[", b"."):
        return False
    before = _line_before(hit)
    if before.endswith(b":") or b"arn:" in before.rpartition(b" ")[2]:
        return False  # a part of a resource's name: arn:aws:secretsmanager:…:secret:…
    if _by_blank(hit) and not (_option(before) or _netrc(hit)):
        return False
    if is_source_code(hit.path) and not _in_text(before, hit):
        return False
    kind, sure = naming(hit)
    return bool(kind) and kind != "key" and credible(value.rstrip(".,;:"), kind, sure=sure)


def _line_before(hit: Hit) -> bytes:
    start = hit.data.rfind(b"\n", max(0, hit.match_start - _LONGEST_LINE), hit.match_start) + 1
    return hit.data[max(start, hit.match_start - _LONGEST_LINE) : hit.match_start]


def _by_blank(hit: Hit) -> bool:
    """Whether only blanks stand between name and value, as on command lines."""
    between = hit.data[max(hit.match_start, hit.start - 1) : hit.start]
    gap = hit.data[hit.match_start : hit.start].rstrip()
    return between.isspace() and not gap.endswith((b"=", b":", b">"))


def _option(before: bytes) -> bool:
    """Whether the name is an option, or a variable of a Dockerfile or a shell."""
    word = before.rpartition(b" ")[2].rpartition(b"\t")[2]
    first = before.split(None, 1)[:1]
    return word.startswith(b"-") or first in ([b"ENV"], [b"ARG"], [b"set"])


def _netrc(hit: Hit) -> bool:
    """Whether a .netrc's `login NAME` stands before, on the same line or the one above."""
    return hit.data[max(0, hit.match_start - 200) : hit.match_start].split()[-2:-1] == [b"login"]


def _in_text(before: bytes, hit: Hit) -> bool:
    """Whether a comment or a string has begun on the line before the name."""
    if _COMMENT.search(before):
        return True
    inside = any(before.count(quote) % 2 for quote in (b'"', b"'", b"`"))
    return inside and hit.data[hit.end : hit.end + 1] in (b'"', b"'", b"`", b";", b"&", b" ", b"\\", b",")
