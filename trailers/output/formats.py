"""The registry of formats: a name, and the module that renders it."""

from importlib import import_module

from trailers.errors import UsageError
from trailers.output.style import Style
from trailers.report import Report
from trailers.typed import Callable, Iterable

Parts = Callable[[Report, Style], Iterable[str]]

FORMATS = {
    "text": "trailers.output.text",
    "json": "trailers.output.json_v1",
    "sarif": "trailers.output.sarif",
    "github": "trailers.output.annotations",
    "github-summary": "trailers.output.github_summary",
    "gitlab": "trailers.output.gitlab",
    "junit": "trailers.output.junit",
    "markdown": "trailers.output.markdown",
    "csv": "trailers.output.table",
}
# `text` of a check that has its own.
_TEXTS = {"secrets": "trailers.output.secrets", "owners": "trailers.output.owners"}
# Files in these formats belong to several writers.
APPENDED = ("github-summary",)


def known_format(name: str, remedy: str = "") -> str:
    """The name; UsageError where there is no such format."""
    if name not in FORMATS:
        raise UsageError(f"there is no format {name!r}", remedy or f"--format {'|'.join(FORMATS)}")
    return name


def rendered(name: str, report: Report, style: Style) -> Iterable[str]:
    """The pieces of the report in this format; only what renders that is imported."""
    module = _TEXTS.get(report.check, FORMATS[name]) if name == "text" else FORMATS[name]
    parts: Parts = import_module(module).parts
    return parts(report, style)
