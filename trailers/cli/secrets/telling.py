"""Tell what a look found: the report in its format, and the exit code."""

import os
import sys

from trailers.cli.console import wants_colours, write_output
from trailers.output.formats import renderer
from trailers.output.style import Style
from trailers.report import EXIT_CODES, PolicySource
from trailers.verify.secrets.asked import Asked
from trailers.verify.secrets.edge import Seen
from trailers.verify.secrets.report import report_on


def tell(asked: Asked, seen: Seen) -> int:
    """Print the report: 0 clean, 1 findings, 2 not everything could be checked."""
    governing = seen.governing
    report = report_on(seen.looked, PolicySource(governing.source, governing.digest))
    style = Style(wants_colours(asked.color, sys.stdout, os.environ))
    write_output(renderer(asked.format, "secrets")(report, style), "")
    return EXIT_CODES[report.verdict_with(strict=asked.strict)]
