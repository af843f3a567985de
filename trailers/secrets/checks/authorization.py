"""Credentials of an Authorization header: `Basic` is a name and a password in base64, `Bearer` a token."""

from trailers.secrets.checks.credible import credible
from trailers.secrets.checks.encoded import plain
from trailers.secrets.hit import Hit


def authorization(hit: Hit) -> bool:
    """Whether they can be used: not the examples of a standard or of a manual."""
    value = hit.value.decode("ascii")
    if hit.data[hit.match_start : hit.match_start + 5].lower() == b"basic":
        name, sign, password = plain(value).partition(":")
        return bool(sign) and password != name and credible(password, "password", sure=True)
    return not value.startswith("eyJ") and credible(value, "secret", sure=True)
