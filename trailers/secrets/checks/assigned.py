"""A quoted value that is given to a name which says that it is a secret."""

from trailers.secrets.checks.credible import credible
from trailers.secrets.checks.naming import naming
from trailers.secrets.hit import Hit


def assigned(hit: Hit) -> bool:
    """Whether the name says that the value is secret, and the value can be."""
    kind, sure = naming(hit)
    if not kind:
        return False
    return credible(hit.value.decode("latin-1"), kind, sure=sure)
