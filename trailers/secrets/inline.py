"""The comments that let one secret stand: detect-secrets', which we tell people to write, and others'.

Other tools' markers are read so that a repository that has them need not mark its lines twice. Where each is
documented:

- `pragma: allowlist secret`: https://github.com/Yelp/detect-secrets#inline-allowlisting (ripsecrets too)
- `gitleaks:allow`: https://github.com/gitleaks/gitleaks#gitleaksallow, `betterleaks:allow` of its successor
- `trufflehog:ignore`: https://github.com/trufflesecurity/trufflehog
- `kingfisher:ignore`: https://github.com/mongodb/kingfisher
- `ggignore`: https://docs.gitguardian.com/ggshield-docs/reference/secret/ignore
- `secretlint-disable-line`: https://github.com/secretlint/secretlint, secretlint-rule-filter-comments; its
  form for a whole block is not read: a comment must not hide what is written below it later
"""

from trailers.secrets.comments import comment_for
from trailers.secrets.found import Found
from trailers.typed import Iterable, Sequence

PRAGMA = "pragma: allowlist secret"
NEXT_LINE = "pragma: allowlist nextline secret"

_PRAGMA = b"pragma:"
_SAME_LINE = (b"allowlist secret", b"whitelist secret")
_ABOVE = b"allowlist nextline secret"
_OTHERS = tuple(
    (name.encode(), name)
    for name in (
        "gitleaks:allow",
        "betterleaks:allow",
        "trufflehog:ignore",
        "kingfisher:ignore",
        "ggignore",
        "secretlint-disable-line",
    )
)
_OTHERS_ABOVE = (
    (b"secretlint-disable-next-line", "secretlint-disable-next-line"),
    (b"secretlint-disable-nextline", "secretlint-disable-next-line"),
)
# One of these is in every marker.
_NEEDLES = (_PRAGMA, b"leaks:allow", b"trufflehog:", b"kingfisher:", b"ggignore", b"secretlint-disable-")
# What begins a comment, in any language: nothing else may stand before the marker for the next line.
_WORDS = (b"REM", b"rem", b"@REM", b"@rem")
_COMMENT = b" \t#/*'-<!;%\"({"


def allow_line(path: str) -> str:
    """The exact comment to paste so that a secret in this kind of file stands; empty where there are none.

    It goes to the end of the secret's line, or, where its text says `nextline`, on a line of its own above.
    """
    comment = comment_for(path)
    if comment is None:
        return ""
    return comment.around(NEXT_LINE if comment.alone else PRAGMA)


def allowed_inline(data: bytes, found: Found) -> str:
    """The name of the marker that lets the secret stand; empty where there is none.

    Where there are several secrets in one text, `inline_markers` reads it once.
    """
    return inline_markers(data, (found,))[0]


def inline_markers(data: bytes, founds: Sequence[Found]) -> list[str]:
    """For each secret the name of the marker that lets it stand, empty where there is none.

    Time grows with the text and the secrets, however many of them are in one line.
    """
    if not founds or not any(needle in data for needle in _NEEDLES):
        return [""] * len(founds)
    known = _by_line(data, {found.line for found in founds})
    return [known[found.line] for found in founds]


def _by_line(data: bytes, wanted: Iterable[int]) -> dict[int, str]:
    """The marker for each of these lines."""
    markers: dict[int, str] = {}
    start, number, before = 0, 1, b""
    for line in sorted(wanted):
        while number < line:
            end = _line_end(data, start)
            if number == line - 1:
                before = data[start:end]
            start, number = end + 1, number + 1
        markers[line] = _in_line(data[start : _line_end(data, start)]) or _in_line_before(before)
    return markers


def _line_end(data: bytes, start: int) -> int:
    end = data.find(b"\n", start)
    return end if end >= 0 else len(data)


def _in_line(line: bytes) -> str:
    for _, words in _pragmas(line):
        if words.startswith(_SAME_LINE):
            return PRAGMA
    return next((name for marker, name in _OTHERS if marker in line), "")


def _in_line_before(line: bytes) -> str:
    for at, words in _pragmas(line):
        if words.startswith(_ABOVE):
            return NEXT_LINE if _begins_a_comment(line, at) else ""
    for marker, name in _OTHERS_ABOVE:
        at = line.find(marker)
        if at >= 0 and _begins_a_comment(line, at):
            return name
    return ""


def _pragmas(line: bytes) -> Iterable[tuple[int, bytes]]:
    """Where `pragma:` stands, and the words behind it: `-` may be written for a blank between them."""
    at = line.find(_PRAGMA)
    while at >= 0:
        behind = at + len(_PRAGMA)
        yield at, line[behind : behind + len(_ABOVE) + 1].removeprefix(b" ").replace(b"-", b" ")
        at = line.find(_PRAGMA, behind)


def _begins_a_comment(line: bytes, at: int) -> bool:
    """Whether only what begins a comment stands before: `x = "…"  # …nextline…` would hide what it allows."""
    before = line[:at].strip(b" \t")
    return before in _WORDS or (bool(before) and not before.strip(_COMMENT))
