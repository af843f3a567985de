"""The message that a hook is handed: its bytes, as text, and what git will store of it."""

from trailers.message.cleanup import Cleanup, clean, cleanup_for
from trailers.message.encoding import decode
from trailers.typed import Mapping, NamedTuple


class Handed(NamedTuple):
    """A handed message: its bytes, as text, and how git will clean it up before it stores it."""

    data: bytes
    text: str
    cleanup: Cleanup
    encoding: str
    problem: str | None = None

    @property
    def stored(self) -> str:
        """The message that git will store."""
        return clean(self.text, self.cleanup)


def read_handed(data: bytes, config: Mapping[str, str], environ: Mapping[str, str]) -> Handed:
    """The message in a hook's file; git's configuration for messages says how it will be cleaned up."""
    encoding = config.get("i18n.commitencoding", "")
    text, problem = decode(data if encoding else _as_utf8(data), encoding)
    # git gives its hooks this editor where none runs: commit -m, commit -F.
    editor_used = environ.get("GIT_EDITOR") != ":"
    cleanup = cleanup_for(config, editor_used=editor_used, text=text)
    return Handed(data, text, cleanup, encoding, problem)


def _as_utf8(data: bytes) -> bytes:
    """The bytes as git stores them: what is no UTF-8 it takes for Latin-1 (`verify_utf8`, commit.c)."""
    if data.isascii():
        return data
    text = data.decode("utf-8", "surrogateescape")
    return text.translate({0xDC00 + byte: byte for byte in range(0x80, 0x100)}).encode()
