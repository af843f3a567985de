"""The text of a conversation without its secrets, for what is kept of it."""

GONE = "[redacted]"


def without_secrets(text: str) -> str:
    """The text with every secret that undersign's own detectors find taken out, all of it.

    Nothing is kept of a text that hits a limit of theirs.
    """
    from trailers.secrets.pack.prefilter import pack_prefilter
    from trailers.secrets.pack.table import DETECTORS
    from trailers.secrets.scanner import Scanner
    from trailers.secrets.unchecked import UNCHECKED

    data = text.encode("utf-8", "surrogateescape")
    scanner = Scanner(DETECTORS, pack_prefilter("", len(data)))
    found = scanner.scan("transcript.jsonl", data)
    if any(one.rule == UNCHECKED for one in found):
        return GONE
    # A secret that is part of another one is replaced after it.
    for secret in sorted({one.secret for one in found}, key=len)[::-1]:
        text = text.replace(secret, GONE)
    return text
