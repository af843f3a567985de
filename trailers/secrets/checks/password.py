"""A value that stands where only a password can: after `IDENTIFIED BY`, `curl -u name:`, `sshpass -p`."""

from trailers.secrets.checks.credible import credible
from trailers.secrets.hit import Hit


def password(hit: Hit) -> bool:
    """Whether the value is more than a placeholder or a word."""
    return credible(hit.value.decode("latin-1"), "password", sure=True)
