"""The text of a prompt as a commit can hold it: redacted, on one line, cut, one word of visible ASCII.

`note:prompt:Mend%20the%20parser` is how `AI-Context` carries it: the blanks and all that is not ASCII are
percent-encoded (RFC 3986, section 2.1), so that nothing in it is a line, a trailer or a terminal's command.
"""

from trailers.typed import Callable

PREFIX = "note:prompt:"
_CUT = "…"
_PLAIN = frozenset(map(chr, range(0x21, 0x7F))) - {"%"}


class PromptRefusedError(Exception):
    """The prompt's text is not to be written; the text says why, and nothing of what is in it."""


def prompt_value(prompt: str, longest: int, redact: Callable[[str], str]) -> str:
    """The value for a prompt of which at most so many characters are kept; PromptRefusedError.

    It is redacted before it is changed in any way, and once more when it is on one line: what stands on
    several lines may be a secret only then.
    """
    if not _on_one_line(prompt).isprintable():
        raise PromptRefusedError("there are control characters in it, or characters that nobody sees")
    line = _on_one_line(redact(_on_one_line(redact(prompt))))
    if not line:
        raise PromptRefusedError("it is empty")
    return PREFIX + encoded(line if len(line) <= longest else line[: longest - 1].rstrip(" ") + _CUT)


def encoded(text: str) -> str:
    """The text as one word of visible ASCII characters."""
    return "".join(
        letter if letter in _PLAIN else "".join(f"%{byte:02X}" for byte in letter.encode()) for letter in text
    )


def _on_one_line(text: str) -> str:
    return " ".join(text.split())
