"""The job summary of GitHub Actions, which a step appends to the file `$GITHUB_STEP_SUMMARY`.

https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands#adding-a-job-summary
"""

from trailers.output.markdown_report import Extent, report_in_markdown
from trailers.output.style import Style
from trailers.report import Report
from trailers.typed import Iterator

LONGEST = 1024 * 1024  # bytes of a step's summary; GitHub takes nothing of a longer one


def parts(report: Report, style: Style) -> Iterator[str]:
    """The report, with what each AI-assisted commit says, in the room that the file has left."""
    extent = Extent(LONGEST - style.taken, records=True, strict=style.strict)
    for number, part in enumerate(report_in_markdown(report, extent)):
        # What another step has written there need not end with a line.
        yield f"\n{part}" if style.taken and not number else part
