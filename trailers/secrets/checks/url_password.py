"""A password in a URL: `scheme://<name>:<password>@host`, RFC 3986, 3.2.1."""

import re

from trailers.secrets.checks.credible import credible
from trailers.secrets.checks.placeholder import placeholder
from trailers.secrets.hit import Hit

_SCHEME = re.compile(rb"[A-Za-z][A-Za-z0-9+.\-]{0,30}\Z")
_HOST = re.compile(rb"[\w.\-]{0,255}")
# RFC 2606 and 6761: names that belong to nobody, and the usual one for made-up users.
_NOBODY = re.compile(
    rb"(?i)(?:.*\.)?(?:example|invalid|test)(?:\.[a-z]{2,10})?$|(?:.*\.)?domain\.(?:com|tld)$|host(?:name)?$"
)
_HERE = re.compile(rb"(?i)(?:localhost|127\.\d+\.\d+\.\d+|0\.0\.0\.0|\w+)$")
_VARIABLE = re.compile(r"[$%{(\[].*|:.*|.*[})%]$|[A-Z_]+$")


def url_password(hit: Hit) -> bool:
    """Whether host and password are more than an example's; on this machine the password must look chosen."""
    value = hit.value.decode("latin-1")
    scheme = _SCHEME.search(hit.data, max(0, hit.match_start - 32), hit.match_start)
    if not scheme or _VARIABLE.match(value) or placeholder(value):
        return False
    host = _HOST.match(hit.data, hit.end + 1)
    named = host[0] if host else b""
    name = hit.data[hit.match_start + 3 : hit.start - 1].decode("latin-1")
    if _NOBODY.match(named) or value == name:
        return False
    if credible(value, "password", sure=True):
        return True
    return not _HERE.match(named) and len(value) >= 6 and any(map(str.isdigit, value)) and not value.isdigit()
