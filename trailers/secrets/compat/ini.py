"""Whether configparser could read a text: what decides most files without asking it.

detect-secrets tries every file as an INI file, and once more with a section of its own in front where it
found nothing and the file's kind is unknown to it (detect_secrets/transformers/config.py, 1.5.0).
configparser refuses a file whose first line that says something is no header, and one with a line at the
margin that is no comment, no header and has neither "=" nor ":".
"""

from trailers.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from re import Pattern

_MARGIN = r"[^\s#;\[=:][^=:\n]*+(?![=:])"
_HEADER = r"(?:[^\S\n]*+(?:[#;][^\n]*+)?\n)*+[^\S\n]*+\[[^\n]+\]"
_LOOKED_AT = 200  # characters
_compiled: dict[str, "Pattern[str]"] = {}


def may_be_ini(text: str) -> bool:
    """Whether configparser may read the text; where it is False, it cannot."""
    begin = text[:_LOOKED_AT].lstrip()
    if begin and begin[0] not in "[#;":
        return False
    return bool(_pattern(_HEADER).match(text)) and may_be_settings(text)


def may_be_settings(text: str) -> bool:
    """Whether configparser may read the text below a header of our own."""
    last = text[text.rstrip().rfind("\n") + 1 :] if len(text) < _LOOKED_AT else _last_line(text)
    if _pattern(_MARGIN).match(last) or _pattern(_MARGIN).match(text):
        return False
    return not _pattern(r"\n" + _MARGIN).search(text)


def _last_line(text: str) -> str:
    end = text[-_LOOKED_AT:].rstrip()
    return end[end.rfind("\n") + 1 :] if "\n" in end else ""


def _pattern(pattern: str) -> "Pattern[str]":
    import re

    if pattern not in _compiled:
        _compiled[pattern] = re.compile(pattern)
    return _compiled[pattern]
