"""Whether a name is given a value without quotes, and it could be a literal: see `checks.assigned_bare`.

In source code only a comment or a string holds one; and prose that speaks of keys and tokens gives them none.
"""

from trailers.secrets.source_code import is_source_code
from trailers.typed import Iterator

_NAMES = (b"pass", b"pwd", b"secret", b"token", b"key", b"auth", b"cred", b"salt", b"senha", b"kennwort")
_OF_NAMES = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz.-"
_QUOTES = (b'"', b"'", b"`")
_COMMENTS = (b"#", b"//", b"--", b";", b"*", b"<!--", b"/*", b"%", b"rem ")
_GIVING = (b"=", b":", b">")
# What can stand between name and value besides: `</key> <string>`, `- value:`.
_LONG = (b"<", b"-", b"value")
# What a line begins with whose value was given its name on a line before.
_LATE = (b"=", b":", b"<string>", b"value")
_SETTING = (b"env", b"arg", b"set")
_SCHEMES = (b"bearer", b"token")
_MORE = 64  # bytes of the next line, for what is given its value there
_ENDING = frozenset(b" \t\r\n\v\f\"'`<>,;(){}[]|\\")
_MOST = 8  # names of a line that are looked at
_LEAST = 6  # bytes of a value


def in_text(path: str, data: bytes, offset: int, width: int) -> bool:
    """Whether the line gives a value to such a name, which may be a literal where it stands."""
    start = max(data.rfind(b"\n", max(0, offset - width), offset) + 1, offset - width, 0)
    above = data[max(0, offset - width) : start]
    if data[start : start + width].lstrip(b" \t-")[:8].lower().startswith(_LATE):
        return True  # the name may be on a line above
    if above.rstrip().endswith(b">") and not data[start:offset].lstrip().split()[1:]:
        return True
    end = data.find(b"\n", offset, offset + width)
    end = offset + width if end < 0 else end
    text = data[start : end + _MORE].lower()
    by_blank = b"login" in above or b"login" in text or b"-" in text or text.lstrip().startswith(_SETTING)
    anywhere = not is_source_code(path)
    for number, (at, behind) in enumerate(_names(text, end - start)):
        if number == _MOST or (_given(text[behind:], by_blank=by_blank) and (anywhere or _opened(text[:at]))):
            return True
    return False


def _names(text: bytes, end: int) -> Iterator[tuple[int, int]]:
    """Where names begin before `end`, and where what makes them such ends."""
    for name in _NAMES:
        at = text.find(name, 0, end)
        while at >= 0:
            yield at, at + len(name)
            at = text.find(name, at + 1, end)


def _opened(before: bytes) -> bool:
    """Whether a string or a comment may have begun."""
    return any(quote in before for quote in _QUOTES) or any(_begins(sign, before) for sign in _COMMENTS)


def _begins(sign: bytes, before: bytes) -> bool:
    """Whether the sign stands at the beginning, or behind a blank."""
    at = before.find(sign)
    while at > 0 and not before[at - 1 : at].isspace():
        at = before.find(sign, at + 1)
    return at >= 0


def _given(text: bytes, *, by_blank: bool) -> bool:
    """Whether a value follows in what stands behind the beginning of a name."""
    rest = text.lstrip(_OF_NAMES).lstrip(b"\\")
    rest = rest[1:] if rest[:1] in (b'"', b"'") else rest
    after = rest.lstrip()
    if not after or after.startswith(_LONG):
        return True
    if after.startswith(_GIVING):
        value = after.lstrip(b"=:> \t\r\n")
        return value.startswith(_SCHEMES) or _ENDING.isdisjoint(value[:_LEAST])
    return by_blank and rest[:1] in (b" ", b"\t") and _ENDING.isdisjoint(after[:_LEAST])
