"""What is to be said of the baseline itself: entries that allow too much, and those that allow nothing."""

from trailers.finding import Finding
from trailers.secrets.baseline.baseline import Baseline
from trailers.typed import Iterable
from trailers.verify.secrets.looked import Looked
from trailers.verify.secrets.setting import Setting


def findings_about(setting: Setting, looked: Looked, *, whole: bool) -> Iterable[Finding]:
    """The findings; `whole` says that everything was looked at, so that an entry without use is stale."""
    baseline = setting.baseline
    if not isinstance(baseline, Baseline):
        return ()
    findings = list(baseline.blanket())
    if whole:
        findings += baseline.stale(
            entry for entry in baseline.entries if (entry.path, entry.fingerprint) in looked.used
        )
    return findings
