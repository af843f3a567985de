"""Values in the place of templates' fields: what a vendor would draw, the same for the same seed.

No file of ours holds what looks like a secret: the rows of the pack have `ghp_{github_crc32}`, and only a
test that runs sees a value. A field is `{kind:length}` or `{kind}`; `{|}` stands for nothing, and splits what
a scanner would take for a secret.
"""

import base64
import json
import random
import re
import string
from collections.abc import Callable
from zlib import crc32

from trailers.secrets.checks.base62_crc32 import base62_crc32
from trailers.secrets.checks.gitlab_crc32 import base36_crc32
from trailers.secrets.checks.grafana_crc32 import little_endian_crc32

_FIELD = re.compile(r"\{([A-Za-z][A-Za-z_0-9]*)(?::([^{}]*))?\}")
_SPLIT = "{|}"
_HEX = "0123456789abcdef"
_ALNUM = string.ascii_letters + string.digits
_ALPHABETS = {
    "alnum": _ALNUM,
    "alpha": string.ascii_letters,
    "lower": string.ascii_lowercase,
    "upper": string.ascii_uppercase,
    "digit": string.digits,
    "hex": _HEX,
    "HEX": _HEX.upper(),
    "base32": string.ascii_uppercase + "234567",
    "base64": _ALNUM + "+/",
    "bech32": "023456789ACDEFGHJKLMNPQRSTUVWXYZ",
    "base64url": _ALNUM + "-_",
    "loweralnum": string.ascii_lowercase + string.digits,
    "upperalnum": string.ascii_uppercase + string.digits,
}
_BASE36 = string.digits + string.ascii_lowercase
_ROW = "abcdefghijklmnopqrstuvwxyz0123456789"


def filled(template: str, seed: int) -> str:
    """The template with every field filled; a name that is no field is left as it is."""
    chance = random.Random(f"{seed} {template}")
    text = template.replace(_SPLIT, "")
    return _FIELD.sub(lambda field: _value(field[1], field[2] or "", chance) or field[0], text)


def typed(template: str, kind: str) -> str:
    """The template with every field typed by hand: `kind` is "same" or "row"."""
    return _FIELD.sub(lambda field: f"{{{kind}:{_width(field[1], field[2] or '')}}}", template)


def fields_of(template: str) -> list[str]:
    return [field[1] for field in _FIELD.finditer(template)]


def _width(kind: str, argument: str) -> int:
    if argument.isdigit():
        return int(argument)
    return len(_value(kind, argument, random.Random(0)))


def _value(kind: str, argument: str, chance: random.Random) -> str:
    if kind in _ALPHABETS:
        return _drawn(_ALPHABETS[kind], int(argument), chance)
    if kind == "same":
        return "a" * int(argument)
    if kind == "row":
        return (_ROW * (int(argument) // len(_ROW) + 1))[: int(argument)]
    return _NAMED[kind](argument, chance) if kind in _NAMED else ""


def _drawn(alphabet: str, length: int, chance: random.Random) -> str:
    """Drawn, and neither beginning nor ending with a hyphen, which no word's boundary stands beside."""
    drawn = "".join(chance.choices(alphabet, k=length))
    ends = chance.choices(alphabet.strip("-_+/"), k=2)
    return ends[0] + drawn[1:-1] + ends[1] if length > 1 else drawn


def _github(_: str, chance: random.Random) -> str:
    body = _drawn(_ALNUM, 30, chance)
    return body + base62_crc32(body.encode()).decode()


def _gitlab(prefix: str, chance: random.Random) -> str:
    payload = base64.urlsafe_b64encode(b"o:1\nu:" + chance.randbytes(22)).rstrip(b"=").decode()
    size = len(payload)
    text = f"{prefix}{payload}.01.{_BASE36[size // 36]}{_BASE36[size % 36]}"
    return text[len(prefix) :] + base36_crc32(text.encode()).decode()


def _grafana(_: str, chance: random.Random) -> str:
    key = "glsa_" + _drawn(_ALNUM, 32, chance)
    return f"{key[5:]}_{little_endian_crc32(key.encode()).decode()}"


def _uuid(_: str, chance: random.Random) -> str:
    return "-".join(_drawn(_HEX, length, chance) for length in (8, 4, 4, 4, 12))


def _snowflake(_: str, chance: random.Random) -> str:
    number = str(chance.randrange(3 * 10**17, 9 * 10**17))
    return base64.b64encode(number.encode()).decode()


def _json(_: str, chance: random.Random) -> str:
    record = {"id": chance.randrange(10**6, 10**9), "k": _drawn(_ALNUM, 48, chance)}
    return base64.b64encode(json.dumps(record).encode()).decode().rstrip("=")


def _jwt(_: str, chance: random.Random) -> str:
    parts = [{"alg": "RS256", "typ": "JWT"}, {"iat": 1_700_000_000, "sub": _drawn(_ALNUM, 40, chance)}]
    encoded = [base64.urlsafe_b64encode(json.dumps(part).encode()).decode().rstrip("=") for part in parts]
    return ".".join([*encoded, _drawn(_ALPHABETS["base64url"], 86, chance)])


def _basic(_: str, chance: random.Random) -> str:
    return base64.b64encode(f"robot:{_drawn(_ALNUM, 24, chance)}".encode()).decode()


def _crc32(_: str, chance: random.Random) -> str:
    return f"{crc32(chance.randbytes(8)):08x}"


_NAMED: dict[str, Callable[[str, random.Random], str]] = {
    "github_crc32": _github,
    "gitlab_crc32": _gitlab,
    "grafana_crc32": _grafana,
    "snowflake": _snowflake,
    "uuid": _uuid,
    "json": _json,
    "jwt": _jwt,
    "crc32": _crc32,
    "basic": _basic,
}
