"""A secret's fingerprint: the same value gives the same one, and nobody reads the value from it.

A short password can be guessed and tried against its fingerprint, as against detect-secrets' hash. A baseline
says that a value is none that matters, or is to be replaced; it is no place to keep one safe.
"""

from trailers.secrets.found import Found

# Nobody's list of well-known digests has ours in it.
_DOMAIN = b"undersign-secrets/1\0"


def fingerprint(found: Found) -> str:
    """SHA-256 of the secret's value, in hexadecimal, behind a prefix of ours."""
    from hashlib import sha256

    return sha256(_DOMAIN + _value(found)).hexdigest()


def sha1(found: Found) -> str:
    """SHA-1 of the secret's value, in hexadecimal: how detect-secrets names it in its baselines."""
    import hashlib

    return hashlib.sha1(_value(found), usedforsecurity=False).hexdigest()


def _value(found: Found) -> bytes:
    try:
        return found.secret.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:  # a lone surrogate that stands for no byte, as a JSON file may write one
        return found.secret.encode("utf-8", "surrogatepass")
