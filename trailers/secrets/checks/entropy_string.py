"""A quoted string that looks random and is given to nothing that would say what it is.

The limits are detect-secrets': 4.5 bits a character in base64, 3.0 in hexadecimal. Left out is what looks
random and is known: digests, identifiers, alphabets, keys in parts of a public-key infrastructure, data.
"""

import re

from trailers.secrets.checks.digests import digest_length, digests, hexadecimal, uuid
from trailers.secrets.checks.encoded import plain
from trailers.secrets.checks.letters import surprise
from trailers.secrets.checks.placeholder import placeholder
from trailers.secrets.hit import Hit
from trailers.secrets.source_code import extension

_NAMED = re.compile(
    rb"""(?ix) sha | md5 | digest | hash | checksum | integrity | etag | trace | span | commit | revision
    | \brev\b | nonce | csrf | fingerprint | thumbprint | public | cert | signature | uuid | \bids?\b | [_-]id
    | (?-i:Id)\b | \bd\s*= | base64, | image | font | data: | verification | alphabet | charset | chars
    | subresource | cache | buster | version | cid | ipfs | address | txid | block | mapping | sitekey
    | page | next | prev | cursor | continuation | authenticity | pin """
)
_DATA = frozenset(
    """svg map lock sum snap css scss po pot mo patch diff pem crt cer csv tsv ipynb wasm txt html htm min
    geojson golden""".split()  # noqa: SIM905  # reads best as text
)
_LINE = 200
# So many different characters are an alphabet, of Bech32 for example.
_ALPHABET = 28


def entropy_string(hit: Hit) -> bool:
    """Whether nothing known explains the string."""
    value = hit.value.decode("ascii")
    if extension(hit.path) in _DATA or ".min." in hit.path:
        return False
    if placeholder(value) or digests(value) or uuid(value) or plain(value):
        return False
    if len(set(value)) == len(value) >= _ALPHABET:
        return False
    start = hit.data.rfind(b"\n", max(0, hit.start - _LINE), hit.start) + 1
    if _NAMED.search(hit.data, max(start, hit.start - _LINE), hit.start):
        return False
    if hexadecimal(value):
        return not value.isdigit() and not digest_length(value) and len(set(value.lower())) >= 8
    return (
        surprise(value) >= 0.45 and any(map(str.isdigit, value)) and value.count("/") <= len(value) // 12 + 1
    )
