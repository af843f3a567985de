"""A JSON Web Token, RFC 7519: three parts in base64url, of which the first two are JSON objects."""

from binascii import Error, a2b_base64

from trailers.secrets.checks.placeholder import repeated
from trailers.secrets.hit import Hit

# The claims of jwt.io's token, which half of all documentation shows, and of RFC 7519's own.
_EXAMPLES = (b'"1234567890"', b'"John Doe"', b'"joe"', b"example.com/is_root")


def json_web_token(hit: Hit) -> bool:
    """Whether the parts are what a token's are, and it is not a well-known example."""
    first, second, signature = hit.value.split(b".")
    header, claims = _object(first), _object(second)
    if b'"alg"' not in header or not claims or any(example in claims for example in _EXAMPLES):
        return False
    return not repeated(signature.decode("ascii"))


def _object(part: bytes) -> bytes:
    """The text of the part if it looks like a JSON object, or b""."""
    data = part.replace(b"-", b"+").replace(b"_", b"/")
    try:
        text = a2b_base64(data + b"=" * (-len(data) % 4))
    except Error:
        return b""
    return text if text.startswith(b"{") and text.rstrip().endswith(b"}") else b""
