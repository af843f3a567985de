"""A user and password in base64, as HTTP's basic authentication and Docker's configuration have them.

https://www.rfc-editor.org/rfc/rfc7617
"""

from binascii import Error, a2b_base64

from trailers.secrets.checks.filler import is_filler
from trailers.secrets.hit import Hit


def basic_auth(hit: Hit) -> bool:
    """Whether it decodes to text with a colon, and the password behind it is not filler."""
    try:
        decoded = a2b_base64(hit.value)
    except Error:
        return False
    user, colon, password = decoded.partition(b":")
    told = bool(user) and bool(colon) and len(password) >= 8 and decoded.isascii()
    return told and decoded.decode().isprintable() and not is_filler(password)
