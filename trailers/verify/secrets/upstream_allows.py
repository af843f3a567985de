"""A baseline of detect-secrets as detect-secrets reads it: by file, type and hash, blanket ones too."""

from trailers.secrets.baseline.baseline import Baseline
from trailers.secrets.baseline.entry import Entry
from trailers.secrets.fingerprint import sha1
from trailers.secrets.found import Found


class UpstreamAllows:
    """Lets stand what detect-secrets would."""

    def __init__(self, baseline: Baseline) -> None:
        self.baseline = baseline

    def entry(self, path: str, found: Found) -> Entry | None:
        """The entry that lets this secret stand."""
        if not self.baseline.allows_as_upstream(path, found):
            return None
        return Entry(path, found.detector, sha1(found))
