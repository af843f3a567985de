"""A secret as it may be shown: enough to know it again, too little to use."""

_SHORTEST = 12  # characters; of anything shorter, such as a password, nothing is shown
_FIRST, _LAST = 4, 2
_BEGIN = "-----BEGIN "
_LONGEST_KIND = 64  # characters
_HIDDEN = "…"


def redacted(secret: str) -> str:
    """The first characters and the last, six at the most and never more than a quarter of the secret.

    Of a private key it is the line that names its kind. What does not print, and what is not ASCII, is shown
    as `?`, so that a value cannot steer a terminal.
    """
    if kind := _kind_of_key(secret):
        return f"{kind} {_HIDDEN}"
    shown = min(_FIRST + _LAST, len(secret) // 4)
    if len(secret) < _SHORTEST:
        return _HIDDEN
    last = shown // 3
    return _plain(secret[: shown - last]) + _HIDDEN + _plain(secret[len(secret) - last :])


def _kind_of_key(secret: str) -> str:
    """The header of a private key, which is no part of it; empty where there is none."""
    if not secret.startswith(_BEGIN):
        return ""
    kind, dashes, _ = secret[len(_BEGIN) : len(_BEGIN) + _LONGEST_KIND].partition("-----")
    ends = kind.endswith(("PRIVATE KEY", "PRIVATE KEY BLOCK"))
    said = all(word.isalnum() and word.isascii() and word.isupper() for word in kind.split(" "))
    return _BEGIN + kind + dashes if dashes and ends and said else ""


def _plain(text: str) -> str:
    return "".join(one if " " <= one <= "~" else "?" for one in text)
