"""A vendor's token that has no check sum: any but filler, those that vendors print, and pieces of base64."""

from trailers.secrets.checks.documented import is_documented
from trailers.secrets.checks.filler import is_filler
from trailers.secrets.hit import Hit

_BASE64 = b"+/0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
_AROUND = 32


def token(hit: Hit) -> bool:
    """Whether the value was drawn by chance, as vendors draw theirs, and stands for itself."""
    value = hit.value
    return not is_filler(value) and not is_documented(value) and not _is_piece(hit)


def _is_piece(hit: Hit) -> bool:
    """Whether it is cut out of a longer base64 text, a font in a style sheet say, by a plus or a slash."""
    before = hit.data[max(hit.start - _AROUND, 0) : hit.start]
    after = hit.data[hit.end : hit.end + _AROUND]
    return (before[-1:] in (b"+", b"/") and _is_encoded(before)) or (
        after[:1] in (b"+", b"/") and _is_encoded(after)
    )


def _is_encoded(text: bytes) -> bool:
    return (
        len(text) == _AROUND
        and not text.strip(_BASE64)
        and not text.islower()
        and not text.isupper()
        and any(48 <= byte <= 57 for byte in text)
    )
