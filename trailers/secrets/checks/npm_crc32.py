"""npm's tokens: npm_, thirty characters and GitHub's check sum."""

from trailers.secrets.checks.github_crc32 import github_crc32
from trailers.secrets.hit import Hit


def npm_crc32(hit: Hit) -> bool:
    return github_crc32(hit)
