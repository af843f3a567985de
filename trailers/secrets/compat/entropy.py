"""How random a string looks to detect-secrets, and how few characters can reach a limit.

detect_secrets/plugins/high_entropy_strings.py of 1.5.0: the sum goes over the set in this order, so that
the last bit of the result is the same.
"""

BASE64_SET = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+/\\-_="
HEX_SET = "0123456789abcdefABCDEF"
# Room for what the sum's rounding could add.
_ROUNDING = 1 - 1e-9


def least_distinct(limit: float) -> int:
    """With fewer different characters than these, no string is above the limit."""
    return int(2.0**limit * _ROUNDING) + 1


def base64_entropy(text: str) -> float:
    """The Shannon entropy in bits a character, of the characters that base64 has."""
    return _entropy(text, BASE64_SET)


def hex_entropy(text: str) -> float:
    """The same of the hexadecimal digits, less for a number: short numbers are mostly no secrets."""
    from math import log

    entropy = _entropy(text, HEX_SET)
    if len(text) == 1:
        return entropy
    try:
        int(text)
    except ValueError:  # it has letters, or more digits than Python reads
        return entropy
    return entropy - 1.2 / log(len(text), 2)  # noqa: FURB163 - log2 differs in the last bit


def _entropy(text: str, characters: str) -> float:
    from math import log

    entropy = 0.0
    for character in characters:
        share = float(text.count(character)) / len(text)
        if share > 0:
            entropy += -share * log(share, 2)  # noqa: FURB163 - log2 differs in the last bit
    return entropy
