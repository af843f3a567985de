"""The filters that judge a secret: detect_secrets/filters/heuristic.py of 1.5.0."""

from trailers.typed import Callable, Mapping

_UPPER = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_DIGITS = "0123456789"
_SEQUENCES = (
    f"{_UPPER}{_UPPER}{_DIGITS}+/",
    f"{_DIGITS}{_UPPER}{_UPPER}+/",
    f"{_DIGITS}{_UPPER}{_DIGITS}{_UPPER}",
    f"{_DIGITS}{_DIGITS}",
    "0123456789ABCDEFABCDEF0123456789ABCDEFABCDEF",
    f"{_UPPER}=/",
)


def is_sequence(secret: str) -> bool:
    """Whether it is a stretch of the alphabet or of the digits."""
    # Nothing longer than the longest sequence is part of one.
    return len(secret) <= 2 * len(_SEQUENCES[2]) and any(secret.upper() in one for one in _SEQUENCES)


def is_uuid(secret: str) -> bool:
    """Whether there is a UUID in it."""
    import re

    digits = "[a-f0-9]"
    pattern = rf"{digits}{{8}}\-{digits}{{4}}\-{digits}{{4}}\-{digits}{{4}}\-{digits}{{12}}"
    return bool(re.search(pattern, secret, re.IGNORECASE))


def is_template(secret: str) -> bool:
    """Whether it has the form of a place to fill in, or is one character or none."""
    if secret in {"", "$"}:
        return True
    ends = (secret[0], secret[-1])
    return ends in {("{", "}"), ("<", ">")} or (secret.startswith("${") and ends[1] == "}")


def is_variable(secret: str) -> bool:
    """Whether it begins like a shell variable."""
    return secret.startswith("$")


def has_no_letter(secret: str) -> bool:
    """Whether it has no ASCII letter."""
    return not any(char.isascii() and char.isalpha() for char in secret)


SECRET_FILTERS: Mapping[str, Callable[[str], bool]] = {
    "heuristic.is_sequential_string": is_sequence,
    "heuristic.is_potential_uuid": is_uuid,
    "heuristic.is_templated_secret": is_template,
    "heuristic.is_prefixed_with_dollar_sign": is_variable,
    "heuristic.is_not_alphanumeric_string": has_no_letter,
}


def is_id(secret: str, line: str) -> bool:
    """Whether a name that says id stands before the secret; not asked for plugins of regular expressions."""
    import re

    index = line.find(secret)
    if index < 0:
        return False
    pattern = re.compile(r"(^(id|myid|userid)|_id)s?[^a-z0-9]", re.IGNORECASE)
    return bool(pattern.search(line, 0, index))
