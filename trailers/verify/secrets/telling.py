"""From what a scan found to findings: placed, redacted, and with the line to paste that lets one stand."""

from trailers.finding import Finding, Severity
from trailers.secrets.found import Found
from trailers.secrets.inline import NEXT_LINE, PRAGMA, allow_line, inline_markers
from trailers.secrets.redaction import redacted
from trailers.secrets.unchecked import UNCHECKED
from trailers.typed import TYPE_CHECKING
from trailers.verify.secrets.capping import Cap
from trailers.verify.secrets.looked import Looked
from trailers.verify.secrets.setting import Setting
from trailers.verify.secrets.source import Lines, Source

if TYPE_CHECKING:
    from trailers.verify.secrets.pieces import Piece

_REVOKE = "revoke it where it was issued"
_ALLOW = "where it is no secret, "
_IN_BASELINE = "let it stand: undersign secrets baseline"
_IN_MESSAGE = f"end its line with: {PRAGMA}"


def tell(
    by: tuple[Setting, Looked],
    source: Source,
    found: list[Found],
    data: bytes,
    part: "tuple[Piece, Cap] | None" = None,
) -> None:
    """Add what is found in a text and count what is let stand, by the setting, to what was looked at.

    Where the text is a piece of a larger one, the cap of that counts what is told.
    """
    looked = by[1]
    for why in dict.fromkeys(one.what for one in found if one.rule == UNCHECKED):
        looked.unread(source, why)
    piece, cap = part or (None, Cap())
    _tell(by, source, [one for one in found if one.rule != UNCHECKED], (data, piece, cap))
    if part is None:
        cap.close(looked, source)


def _tell(
    by: tuple[Setting, Looked], source: Source, found: list[Found], text: "tuple[bytes, Piece | None, Cap]"
) -> None:
    setting, looked = by
    data, piece, cap = text
    for one, marker in zip(found, inline_markers(data, found), strict=True):
        placed = _placed(one, piece)
        if placed is None or (source.lines is not None and not is_in(source.lines, placed.line)):
            continue
        severity = setting.severity(placed)
        if severity is None:
            continue
        if marker and not setting.compat:
            looked.tally("inline")
        elif setting.keeps:
            looked.kept.append((source.name, placed))
        elif setting.baseline and (entry := setting.baseline.entry(source.name, placed)):
            looked.tally("baseline")
            looked.used[entry.path, entry.fingerprint] = None
        elif cap.tells(placed.rule, severity):
            looked.findings.append(finding_for(placed, severity, source, setting))


def finding_for(found: Found, severity: Severity, source: Source, setting: Setting) -> Finding:
    """The finding of a secret in a file."""
    value = redacted(found.secret)
    message = f"{found.what} ({found.detector}): {value}"
    where = (source.commit, source.path or None, found.line, found.column)
    finding = Finding(found.rule, severity, message, _remedy(source, setting), *where, found.detector)
    if setting.compat:
        from trailers.secrets.fingerprint import sha1

        return finding._replace(hash=sha1(found))
    return finding


def _remedy(source: Source, setting: Setting) -> str:
    verb = "update" if setting.baseline else "create"
    if source.commit:
        allow = f"{_IN_BASELINE} {verb} --range ..." if source.path else _IN_MESSAGE
        return f"{_REVOKE}: the history keeps it, whatever later commits do; {_ALLOW}{allow}"
    return f"take it out and {_REVOKE}; {_ALLOW}{how_to_allow(source.name, verb)}"


def how_to_allow(name: str, verb: str) -> str:
    """What lets a secret stand in a file of this name: a comment to paste, else the baseline.

    `verb` is what to do with that: "update" where there is one, else "create".
    """
    if not name:
        return _IN_MESSAGE
    comment = allow_line(name)
    if not comment:
        return f"{_IN_BASELINE} {verb}"
    if NEXT_LINE in comment:
        return f"write above its line: {comment}"
    return f"end its line with: {comment}"


def is_in(lines: Lines, number: int) -> bool:
    """Whether the line is one of those; they are in order."""
    from bisect import bisect_right

    at = bisect_right(lines, (number, float("inf"))) - 1
    return at >= 0 and number <= lines[at][1]


def _placed(found: Found, piece: "Piece | None") -> Found | None:
    if piece is None:
        return found
    place = piece.place(found.line, found.column)
    return found._replace(line=place[0], column=place[1]) if place else None
