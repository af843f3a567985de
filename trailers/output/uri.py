"""A path as a URI reference (RFC 3986), as SARIF wants it."""

import os

_PLAIN = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/")


def uri_of(path: str, *, drives: bool = os.name == "nt") -> str:
    """A relative reference, or for a path that is not relative a `file:` URI (RFC 8089).

    Without drives, `C:` is a folder as any other, which a commit may bring.
    """
    drive = drives and path[1:3] in (":\\", ":/") and path[0].isascii() and path[0].isalpha()
    if drive:
        path = "/" + path.replace("\\", "/")
    data = path.removeprefix("./").encode("utf-8", "surrogateescape" if _decoded(path) else "surrogatepass")
    text = "".join(chr(byte) if byte in _PLAIN else f"%{byte:02X}" for byte in data)
    return f"file://{text}" if path.startswith("/") else text


def _decoded(path: str) -> bool:
    """Whether each lone surrogate in it stands for a byte that was not UTF-8."""
    return not any("\ud800" <= char <= "\udfff" and not "\udc80" <= char <= "\udcff" for char in path)
