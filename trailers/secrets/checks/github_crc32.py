"""GitHub's classic tokens: ghp_, gho_, ghu_, ghs_, ghr_, thirty characters and a check sum."""

from trailers.secrets.checks.base62_crc32 import WIDTH, base62_crc32
from trailers.secrets.checks.summed import is_summed
from trailers.secrets.hit import Hit


def github_crc32(hit: Hit) -> bool:
    body = hit.value.partition(b"_")[2]
    return is_summed(base62_crc32(body[:-WIDTH]) == body[-WIDTH:], body)
