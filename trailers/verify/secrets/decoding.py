"""A scanner that looks into base64 too, one level deep."""

from trailers.secrets.decoding import decoded_findings
from trailers.secrets.found import Found
from trailers.verify.secrets.scans import Scans


class Decoding:
    """What a scanner finds in a text, and in what is encoded there."""

    def __init__(self, scanner: Scans) -> None:
        self.scanner = scanner

    def scan(self, path: str, data: bytes) -> list[Found]:
        """The secrets in order of their places, each once."""
        plain = self.scanner.scan(path, data)
        hidden = decoded_findings(path, data, self.scanner.scan)
        if not hidden:
            return plain
        return sorted(dict.fromkeys([*plain, *hidden]), key=lambda one: (one.line, one.column))
