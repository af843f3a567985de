"""Grafana's service account tokens: glsa_, 32 characters, and the CRC-32 of all that, lowest byte first.

https://github.com/grafana/grafana/blob/main/pkg/components/satokengen/tokengen.go
"""

from zlib import crc32

from trailers.secrets.checks.summed import is_summed
from trailers.secrets.hit import Hit

WIDTH = 8


def little_endian_crc32(key: bytes) -> bytes:
    """The check sum in eight hexadecimal digits."""
    return crc32(key).to_bytes(4, "little").hex().encode()


def grafana_crc32(hit: Hit) -> bool:
    key, _, given = hit.value.rpartition(b"_")
    return is_summed(little_endian_crc32(key) == given, key.partition(b"_")[2])
