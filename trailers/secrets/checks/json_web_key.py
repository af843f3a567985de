"""A JSON Web Key with its private member: `d` beside an elliptic curve's or RSA's, `k` of a symmetric one."""

from trailers.secrets.checks.placeholder import repeated
from trailers.secrets.hit import Hit

# How far a key's other members are looked for, in bytes: RSA's are seven times as long as its smallest.
_AROUND = 3000
# The keys that RFC 7515, 7517, 7520 and 8037 print, by how their private members begin.
_PRINTED = (
    b"jpsQnnGQmL-YBIff",
    b"870MB6gfuTJ4HtUn",
    b"nWGxne_9WmC6hEr0",
    b"AyM1SysPpbyDfgZl",
    b"X4cTteJY_gn4FYPs",
    b"hJtXIZ2uSN5kbQfb",
)


def json_web_key(hit: Hit) -> bool:
    """Whether the object around it is a key, which no standard has printed."""
    around = hit.data[max(0, hit.match_start - _AROUND) : hit.end + _AROUND]
    if b"kty" not in around or hit.value.startswith(_PRINTED):
        return False
    symmetric = hit.data[hit.match_start : hit.start].lstrip(b"\\\"'").startswith(b"k")
    if symmetric and b"oct" not in around:
        return False
    return not repeated(hit.value.decode("ascii")) and len(set(hit.value)) >= 16
