"""How a report is told: printed in one format, written to files in others, and the exit code for it."""

import os
import sys

from trailers.cli.console import wants_colours
from trailers.errors import UsageError
from trailers.output.style import Style
from trailers.report import EXIT_CODES, Report
from trailers.typed import TYPE_CHECKING, Callable, Iterable, NamedTuple

if TYPE_CHECKING:
    from trailers.output.destination import Destination

    Rendering = Callable[[str, Report, Style], Iterable[str]]


class Wanted(NamedTuple):
    """What was typed: --format, --output as often as it was given, --color and --strict."""

    format: str = "text"
    outputs: tuple[str, ...] = ()
    color: str = "auto"
    strict: bool = False


class Telling(NamedTuple):
    """A way to tell a report, found good before there is one."""

    wanted: Wanted
    files: "tuple[Destination, ...]"
    style: Style


def telling(wanted: Wanted) -> Telling:
    """Read what was typed; UsageError where it cannot be done, before anything is judged."""
    if wanted.format != "text":
        from trailers.output.formats import known_format

        known_format(wanted.format)
    files = _destinations(wanted) if wanted.outputs else ()
    return Telling(wanted, files, Style(wants_colours(wanted.color, sys.stdout, os.environ), wanted.strict))


def tell(report: Report, how: Telling, render: "Rendering | None" = None) -> int:
    """Print the report, write the files, and give the exit code.

    Standard output comes first: it has the findings even where a file cannot be written. UsageError then.
    """
    if render is None:
        from trailers.output.formats import rendered

        render = rendered
    name = how.wanted.format
    if all(file.own for file in how.files):
        _print(render(name, report, how.style), name)
    failures = []
    for file in how.files:
        try:
            _write(file, report, how.style._replace(colours=False), render)
        except OSError as error:
            failures.append(f"{file.path}: {error.strerror or error}")
    if failures:
        raise UsageError(f"the report cannot be written: {'; '.join(failures)}")
    return EXIT_CODES[report.verdict_with(strict=how.wanted.strict)]


def _destinations(wanted: Wanted) -> "tuple[Destination, ...]":
    from trailers.output.destination import destination

    files = tuple(destination(output, wanted.format) for output in wanted.outputs)
    paths = [os.path.realpath(file.path) for file in files]
    for file, path in zip(files, paths, strict=True):
        if os.path.isdir(path) or not os.path.isdir(os.path.dirname(path)):
            why = "is a directory" if os.path.isdir(path) else "is in no directory that there is"
            raise UsageError(f"the report cannot be written: {file.path} {why}")
        if paths.count(path) > 1:
            raise UsageError(f"two reports cannot be written to one file: {file.path}")
    return files


def _write(file: "Destination", report: Report, style: Style, render: "Rendering") -> None:
    from trailers.cli.writing import append_parts, replace_whole, size_of
    from trailers.output.formats import APPENDED

    if file.format in APPENDED:
        style = style._replace(taken=size_of(file.path))
        append_parts(file.path, render(file.format, report, style))
    else:
        replace_whole(file.path, render(file.format, report, style))


def _print(parts: Iterable[str], name: str) -> None:
    # A format's own line ends are its own, on Windows too.
    if name != "text" and hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(newline="")
    sys.stdout.writelines(parts)
    sys.stdout.flush()
