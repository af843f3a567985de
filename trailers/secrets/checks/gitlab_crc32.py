"""GitLab's routable tokens: payload, dot, its length in base 36, and the CRC-32 of all that in base 36.

https://handbook.gitlab.com/handbook/engineering/architecture/design-documents/cells/routable_tokens/
"""

from trailers.secrets.checks.crc32_digits import crc32_in_digits
from trailers.secrets.checks.summed import is_summed
from trailers.secrets.hit import Hit

_DIGITS = b"0123456789abcdefghijklmnopqrstuvwxyz"
WIDTH = 7


def base36_crc32(payload: bytes) -> bytes:
    """The check sum of prefix, payload, dot and length: seven characters."""
    return crc32_in_digits(payload, _DIGITS, WIDTH)


def gitlab_crc32(hit: Hit) -> bool:
    value = hit.value
    return is_summed(base36_crc32(value[:-WIDTH]) == value[-WIDTH:], value.partition(b"-")[2])
