"""What keeps a plugin from matching in a line, known without loading it."""

from functools import lru_cache

from trailers.secrets.compat.folding import folded
from trailers.secrets.compat.plugins import KEYWORD
from trailers.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from re import Pattern

_LONG = 1000  # characters: where looking first is cheaper than asking the plugin
_WORDS = ("key", "pass", "pwd", "secret", "contrase")
_OCTET = r"(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9][0-9]|[0-9])"
# Looser than the plugins' own expressions, and tight where ordinary files would have a plugin loaded in vain.
_NEEDED = {
    "IPPublicDetector": rf"(?<![\w.])(?!192\.168\.|127\.|10\.|172\.(?:1[6-9]|2[0-9]|3[01]))"
    rf"{_OCTET}(?:\.{_OCTET}){{3}}(?::\d{{1,5}})?(?![\w.])",
    "ArtifactoryDetector": r"(?<![^\s=:\"])A(?:KC[a-zA-Z0-9]{10}|P[\dA-F][a-zA-Z0-9]{8})"
    r"[a-zA-Z0-9]*+(?![^\s\"])",
    "PrivateKeyDetector": r"BEGIN (?:(?:DSA|EC|OPENSSH|PGP|RSA|SSH2 ENCRYPTED) )?PRIVATE KEY"
    r"|PuTTY-User-Key-File-2",
}


def cannot_match(plugin: str, line: str) -> bool:
    """Whether the built-in plugin surely finds nothing in the line."""
    if plugin in _NEEDED:
        return not _compiled(_NEEDED[plugin]).search(line)
    if len(line) > _LONG and plugin == KEYWORD:
        lower = folded(line)
        return not any(word in lower for word in _WORDS)
    return False


@lru_cache(maxsize=len(_NEEDED))
def _compiled(pattern: str) -> "Pattern[str]":
    import re

    return re.compile(pattern)
