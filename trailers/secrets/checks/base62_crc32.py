"""GitHub's check sum, npm's too: the last six characters are the CRC-32 of those before, in base 62.

https://github.blog/engineering/platform-security/behind-githubs-new-authentication-token-formats/
https://github.blog/security/announcing-npms-new-access-token-format/
"""

from trailers.secrets.checks.crc32_digits import crc32_in_digits

_DIGITS = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
WIDTH = 6


def base62_crc32(body: bytes) -> bytes:
    """The check sum of a token's random part, six characters."""
    return crc32_in_digits(body, _DIGITS, WIDTH)
