"""A private key: behind its header stands a body in base64, not a gap or the next line of a program.

PEM (RFC 7468, and OpenSSL's older form with headers of its own inside), OpenPGP's armour, PuTTY, SSH2; with
real line ends, or escaped as they are in JSON, in the environment and in source code.
"""

import re

from trailers.secrets.checks.placeholder import TELLING, repeated
from trailers.secrets.hit import Hit

_BEGIN = re.compile(rb"-{4,5} ?BEGIN [A-Z0-9 ]+-{4,5}|\\+[rn]")
# Lines of text inside, such as "Proc-Type: 4,ENCRYPTED" and "Version: GnuPG v2".
_FIELD = re.compile(rb"[A-Z][A-Za-z\-]{2,24}: [^\r\n\\]{0,80}")
_BASE64 = re.compile(rb"[A-Za-z0-9+/_=\-]{2,}")
_LEAST = 40
# A line of base64 is longer than the words of a program or a sentence.
_LINE = 12


def private_key(hit: Hit) -> bool:
    """Whether the match has the body of a key."""
    return key_like(hit.value)


def key_like(value: bytes) -> bool:
    """Whether the text, its header taken off, begins with enough base64 that varies."""
    text = _FIELD.sub(b" ", _BEGIN.sub(b" ", value))
    lines = _BASE64.findall(text)
    body = b"".join(line for line in lines if len(line) >= _LINE)
    if b"..." in text or b"\xe2\x80\xa6" in text:
        return False
    if len(body) < _LEAST or 4 * sum(map(len, lines)) > 5 * len(body) or (lines and len(lines[0]) < _LINE):
        return False
    said = body.decode("ascii")
    if repeated(said) or any(word in said.lower() for word in TELLING if len(word) > 6):
        return False
    return len(set(body)) >= 20 and any(map(str.isdigit, said)) and any(map(str.islower, said))
