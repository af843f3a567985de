"""A comment on a pull request or merge request: two lines where all is well."""

from trailers.output.markdown_report import Extent, report_in_markdown
from trailers.output.style import Style
from trailers.report import Report
from trailers.typed import Iterator

# By this line the comment is found again, and written anew in its place; it shows nothing.
MARKER = "<!-- undersign -->\n"
LONGEST = 65_536  # characters of a comment that GitHub takes


def parts(report: Report, style: Style) -> Iterator[str]:
    """The comment: nothing that commits hold is Markdown, a mention or a reference in it."""
    yield MARKER
    yield from report_in_markdown(report, Extent(LONGEST - len(MARKER), strict=style.strict))
