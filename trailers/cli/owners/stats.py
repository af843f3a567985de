"""What `undersign owners stats` does: how much of the repository has owners, and whose it is."""

import os
import sys

from trailers.cli.console import git_in, wants_colours, write_output
from trailers.cli.owners.of import read_index
from trailers.errors import UsageError
from trailers.output.style import Style
from trailers.ownership.coverage import Coverage, measure
from trailers.ownership.matching.decide import decide
from trailers.ownership.rules.exclusions import taken_out
from trailers.ownership.survey import Survey
from trailers.repository.listing import index_paths
from trailers.repository.top import top_of
from trailers.typed import TYPE_CHECKING, Callable, NamedTuple

if TYPE_CHECKING:
    from trailers.process import Git

FORMATS = ("text", "json", "html")


class Asked(NamedTuple):
    """Whose figures; `file` is a path in the repository, empty where the policy or the places tell it."""

    directory: str = "."
    file: str = ""
    dialect: str = ""


def tell_coverage(asked: Asked, format_: str = "text", output: str = "", color: str = "auto") -> int:
    """Print the figures of all tracked files, or write them to the file `output`."""
    if format_ not in FORMATS:
        raise UsageError(f"there is no format {format_!r}", f"--format {'|'.join(FORMATS)}")
    style = Style(not output and wants_colours(color, sys.stdout, os.environ))
    git = git_in(asked.directory)
    file, dialect = read_index(git, asked.dialect, asked.file)
    decision = decide(file, index_paths(git), dialect.combines)
    coverage = measure(file, decision, taken_out(Survey(file, dialect, decision)))
    write_output(_renderer(format_, git)(coverage, style), output)
    return 0


def _renderer(format_: str, git: "Git") -> Callable[[Coverage, Style], str]:
    if format_ == "json":
        from trailers.output import coverage_json

        return coverage_json.render
    if format_ == "text":
        from trailers.output import coverage_text

        return coverage_text.render
    from trailers.output.treemap import render_page

    name = os.path.basename(os.path.realpath(top_of(git)))
    return lambda coverage, _: render_page(coverage, f"Who owns {name}")
