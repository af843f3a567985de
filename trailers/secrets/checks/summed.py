"""What a check sum tells: a right one settles it, a wrong one asks for more.

A wrong check sum does not clear a value: a character may be lost at an end, the vendor may change the sum, an
installation of one's own may leave it out. So it is still a finding where it is as mixed as a drawn value is,
and no finding where it looks typed.
"""

from trailers.secrets.checks.documented import is_documented
from trailers.secrets.checks.filler import is_filler

_LEAST_DISTINCT = 14


def is_summed(right: bool, body: bytes) -> bool:
    """Whether a body (the part that is drawn, with its check sum) is to be reported."""
    if is_documented(body):
        return False
    return right or (len(set(body)) >= min(_LEAST_DISTINCT, len(body) // 2) and not is_filler(body))
