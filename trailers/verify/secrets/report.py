"""The report about secrets, from what was looked at."""

from trailers.report import PolicySource, Report, Verdict
from trailers.verify.secrets.looked import Looked
from trailers.verify.secrets.unchecked_file import RULE

# Rules whose findings say that something was not looked at: of a file, and of a commit.
_UNCHECKED = (RULE.id, "US100")


def report_on(looked: Looked, source: PolicySource) -> Report:
    """The report; what could not be read makes it `unchecked`, whatever else was found."""
    counts = {name: number for name, number in sorted(looked.counts.items()) if number}
    checked = {"files": 0, "bytes": 0, **counts}
    return Report(source, checked, tuple(looked.findings), (), _verdict(looked), check="secrets")


def _verdict(looked: Looked) -> Verdict:
    if any(finding.rule in _UNCHECKED for finding in looked.findings):
        return "unchecked"
    return "findings" if any(finding.severity == "error" for finding in looked.findings) else "clean"
