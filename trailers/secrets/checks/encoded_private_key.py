"""A private key's PEM text in base64, as Kubernetes' secrets and CI variables hold it."""

import re
from binascii import a2b_base64

from trailers.secrets.checks.private_key import key_like
from trailers.secrets.hit import Hit

_LINE_ENDS = re.compile(rb"\s|\\[rn]")


def encoded_private_key(hit: Hit) -> bool:
    """Whether the text is a private key's, with a body that can be one."""
    value = _LINE_ENDS.sub(b"", hit.value)
    text = a2b_base64(value[: len(value) // 4 * 4])
    header, _, _ = text[5:].partition(b"-----")
    return header.endswith(b"PRIVATE KEY") and key_like(text)
