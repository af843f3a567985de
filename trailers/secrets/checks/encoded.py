"""What base64 hides: the text of a value that is encoded rather than random."""

from binascii import Error, a2b_base64


def plain(value: str) -> str:
    """The printable ASCII text, of six characters or more, that a base64 value holds, or ""."""
    if len(value) < 8 or len(value) > 2000:
        return ""
    data = value.replace("-", "+").replace("_", "/").rstrip("=")
    try:
        decoded = a2b_base64(data + "=" * (-len(data) % 4), strict_mode=True).decode("ascii")
    except (Error, ValueError):
        return ""
    text = decoded.strip("\r\n")
    return text if len(text) >= 6 and text.isprintable() else ""
