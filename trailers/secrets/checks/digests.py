"""Values that look random and are public: digests, identifiers of commits and requests, public keys, hashes.

Hashes of passwords (bcrypt's `$2b$`, crypt's `$6$`, Argon2, Django's `pbkdf2_sha256$`, LDAP's `{SSHA}`) count
here: they are what is stored so that the password need not be, and no one can log in with one.
"""

import re

_PUBLIC = re.compile(
    r"""
      (?:sha|md|blake|crc)-?[0-9]{1,3}[a-z]?(?:[-_:=/ ]|$)        # sha256:…, sha512-…, md5=…
    | \$(?:2[abxy]?|1|5|6|7|y|apr1|argon2[id]{0,2}|pbkdf2[\w-]*|scrypt|sha1|md5|s2k|P|H|S)\$
    | (?:pbkdf2|bcrypt|argon2|scrypt|md5|sha1|crypt)(?:_sha\d+)?\$
    | \{(?:S?SHA|S?MD5|CRYPT|ARGON2|PBKDF2)[\w-]*\}
    | (?:ssh-(?:rsa|dss|ed25519)|ecdsa-sha2-|AAAA[BCE]3NzaC)      # OpenSSH's public keys
    | MI[IG][A-Za-z0-9+/]{1,8}(?:MA0GCSqGSIb3|DANBgkqhk|BgkqhkiG) # X.509's public keys and certificates
    | (?:age1|pk_|pk\.|phc_|G-|UA-|GTM-|ca-pub-)                  # keys that vendors call public
    | v?[0-9]{1,4}\.[0-9]{1,5}(?:\.[0-9a-z+-]{1,20})*$            # versions
    | 0x[0-9a-f]{40}$                                             # addresses on a block chain
    | (?:arn|urn):|nonce-                                         # resources; a policy's scripts
    | (?:h1|zh):                                                  # Go's and Terraform's sums
    """,
    re.VERBOSE | re.IGNORECASE,
)
_UUID = re.compile(r"[{(]?[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}[)}]?$", re.IGNORECASE)
_HEX = re.compile(r"(?:0x|#)?[0-9a-fA-F]+$")
# Bits that a digest or a commit's name has, in hexadecimal digits: CRC-32, MD5, SHA-1, 224, 256, 384, 512.
_LENGTHS = frozenset((8, 32, 40, 56, 64, 96, 128))


def digests(value: str) -> bool:
    """Whether the value says by its form that it is public or a hash."""
    return _PUBLIC.match(value) is not None


def uuid(value: str) -> bool:
    """Whether the value is a UUID."""
    return _UUID.match(value) is not None


def hexadecimal(value: str) -> bool:
    """Whether the value is one hexadecimal number."""
    return _HEX.match(value) is not None


def digest_length(value: str) -> bool:
    """Whether the value is a hexadecimal number as long as a digest."""
    return len(value) in _LENGTHS and hexadecimal(value)
