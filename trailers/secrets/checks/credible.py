"""Whether a value, given to a name that says it is a secret, can be one."""

import re

from trailers.secrets.checks.digests import digest_length, digests, hexadecimal, uuid
from trailers.secrets.checks.encoded import plain
from trailers.secrets.checks.letters import surprise
from trailers.secrets.checks.naming import Kind
from trailers.secrets.checks.placeholder import placeholder, repeated, rest

_LEAST = {"password": 5, "secret": 10, "key": 20}
# The part of a value's groups that no word has: words stay below, of random strings of 10 characters 3 % do.
_STRANGE = {"password": 0.32, "secret": 0.3, "key": 0.4}
_SIGNS = re.compile(r"[!@#$%^&*?+~=|]")
# Without digits, a sign that no sentence, selector or variable has where it stands.
_INNER_SIGN = re.compile(r"[A-Za-z]{4}.*[@#$%^&*]")
# Names in code, paths and addresses: words with separators.
_NAMES = re.compile(r"[A-Za-z][a-z]*(?:[-_.:/\\ ]+[A-Za-z]*[0-9]{0,2})*$")
_PATH = re.compile(
    r"(?:[a-z][\w+.-]*:)?//|(?:\.{0,2}|~|[A-Za-z]:)[/\\]\w|[^/]*\.[a-z]{2,5}$|[\w-]+(?:/[\w.-]*[a-z]{3})+/?$"
)
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+\.[\w.]+$")
_CODE = re.compile(r"[A-Za-z_][\w.]*(?:\(.*|\[.*\]|::.*|->.*)$|[\w.]+\(\)")


def credible(value: str, kind: Kind, *, sure: bool) -> bool:  # noqa: PLR0911  # one line a kind of value
    """Whether the value is likely a secret; from a name that is not sure, only if it is random."""
    if len(value) < _LEAST[kind] or not value.isascii() or placeholder(value) or digests(value):
        return False
    if uuid(value):
        return sure and kind != "key" and not repeated(value.replace("-", ""))
    if (text := plain(value)) and not text.isalnum():
        return credible(text.rpartition(":")[2], "password", sure=sure)
    if hexadecimal(value):
        return _hexadecimal(value, kind, sure=sure)
    if _PATH.match(value) or _EMAIL.match(value) or _CODE.match(value):
        return kind != "key" and len(value) >= 16 and surprise(value) >= 0.45
    strange = surprise(value)
    if strange >= _STRANGE[kind] and (sure or len(value) >= 16):
        return _mixed(value, kind)
    return kind == "password" and sure and _human(value)


def _mixed(value: str, kind: Kind) -> bool:
    """Whether there are enough different characters; from a machine also both letters and digits."""
    if kind == "password":
        return len(set(value)) >= 5
    digits = any(map(str.isdigit, value))
    letters = any(map(str.isalpha, value))
    return letters and len(set(value)) >= 8 and (digits or len(value) >= 12)


def _hexadecimal(value: str, kind: Kind, *, sure: bool) -> bool:
    if not sure or len(value) < (8 if kind == "password" else 16):
        return False
    if value.isdigit():
        return kind == "password" and len(set(value)) >= 5 and not value.startswith(("19", "20"))
    if kind == "key" and digest_length(value):
        return False
    return len(set(value.lower())) >= 6 and any(map(str.isdigit, value))


def _human(value: str) -> bool:
    """Whether the value looks like what people choose: letters with digits, or with signs, and not a name."""
    letters = any(map(str.isalpha, value))
    digits = sum(map(str.isdigit, value))
    if not letters or _NAMES.match(value) or not rest(value.lower()):
        return False
    if _SIGNS.search(value.strip("=")):
        return len(set(value)) >= 6 and (digits > 0 or _INNER_SIGN.search(value) is not None)
    return digits > 0 and len(value) >= 7 and value.isalnum()
