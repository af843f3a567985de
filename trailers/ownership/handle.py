"""How handles and addresses are compared."""

_LOWER = {point: point + 32 for point in range(ord("A"), ord("Z") + 1)}


def folded(text: str) -> str:
    """A handle or an address as it is compared: ASCII letters in lower case."""
    return text.lower() if text.isascii() else text.translate(_LOWER)
