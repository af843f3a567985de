"""A value that only its name tells: "DATADOG_API_KEY=…"; the name must not be that of a digest or an id."""

from itertools import pairwise

from trailers.secrets.checks.filler import is_filler
from trailers.secrets.hit import Hit

# A value of hexadecimal digits under one of these is a commit, a digest or a number.
_OTHERS = (
    *(b"sha1", b"sha2", b"sha5", b"sha_", b"sha:", b"commit", b"digest", b"md5", b"checksum", b"integrity"),
    *(
        b"revision",
        b"version",
        b"etag",
        b"hash",
        b"public",
        b"fingerprint",
        b"trace",
        b"span",
        b"uuid",
        b"guid",
    ),
    *(b"_id", b"-id", b".id", b"id:", b'id"', b"id'", b"_ref", b"image", b"signature", b"nonce"),
)
_GIVERS = b"=:,(>"
_KINDS = (b"key", b"token", b"secret", b"pass", b"pat", b"auth", b"bearer", b"cred", b"pwd")


def named(hit: Hit) -> bool:
    """Whether what stands before the value gives it to a secret's name, and the value is not filler.

    Only blanks between name and value do where the name says that it is one: "--datadog-key 0a1b…".
    """
    name = hit.data[hit.match_start : hit.start].lower()
    if any(other in name for other in _OTHERS):
        return False
    given = any(byte in _GIVERS for byte in name) or any(kind in name for kind in _KINDS)
    return given and not is_filler(hit.value) and not _is_word(hit.value)


def _is_word(value: bytes) -> bool:
    """Whether it is a name of letters: in one case, or in camelCase, with no great letters side by side."""
    if not value.isalpha():
        return False
    side_by_side = sum(one < 97 and other < 97 for one, other in pairwise(value))
    return value.isupper() or 16 * side_by_side <= len(value)
