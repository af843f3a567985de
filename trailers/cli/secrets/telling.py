"""Tell what a look found: the report as it was asked for, and the exit code."""

from trailers.cli.reporting import Wanted, telling
from trailers.cli.reporting import tell as tell_report
from trailers.report import PolicySource
from trailers.verify.secrets.asked import Asked
from trailers.verify.secrets.edge import Seen
from trailers.verify.secrets.report import report_on


def tell(asked: Asked, seen: Seen) -> int:
    """Tell the report: 0 clean, 1 findings, 2 not everything could be checked."""
    governing = seen.governing
    source = PolicySource(governing.source, governing.digest, governing.path)
    return tell_report(report_on(seen.looked, source), telling(wanted_by(asked)))


def wanted_by(asked: Asked) -> Wanted:
    """How the report was asked for."""
    return Wanted(asked.format, asked.outputs, asked.color, asked.strict)
