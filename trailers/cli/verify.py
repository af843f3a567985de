"""`undersign verify`: every commit of a range, judged by its base's policy."""

import os
import sys
from typing import Annotated

import typer

from trailers.ci.request import NothingToJudge
from trailers.cli.asking import Answer, Question, ask_range
from trailers.cli.console import git_in, wants_colours, write_output
from trailers.cli.progress import progress
from trailers.disclosure.disclosure import Disclosure
from trailers.errors import MessageError, RangeError
from trailers.output.formats import renderer
from trailers.output.style import Style
from trailers.report import EXIT_CODES, PolicySource, Report
from trailers.repository.opening import open_repository
from trailers.verify.run import Options, verify_range


def _print_schema(wanted: bool) -> None:
    if wanted:
        from trailers.output.json_v1 import report_schema

        typer.echo(report_schema(), nl=False)
        raise typer.Exit


def verify(
    range_: Annotated[
        str, typer.Argument(metavar="[RANGE]", help="A..B, A...B or one commit; with --all, where to start.")
    ] = "",
    all_: Annotated[bool, typer.Option("--all", help="Judge the whole history.")] = False,
    base: Annotated[str, typer.Option(metavar="REV", help="The base, where the CI gives none.")] = "",
    stage: Annotated[str, typer.Option(help="What is due: commit, push, review or merge.")] = "",
    pr_body: Annotated[
        str, typer.Option(metavar="FILE", help="The pull request's text (profile pr-body).")
    ] = "",
    format_: Annotated[str, typer.Option("--format", help="text or json.")] = "text",
    output: Annotated[str, typer.Option(metavar="FILE", help="Write the report to a file.")] = "",
    color: Annotated[str, typer.Option(help="auto, always or never.")] = "auto",
    strict: Annotated[bool, typer.Option("--strict", help="Let warnings fail too.")] = False,
    allow_empty_range: Annotated[
        bool, typer.Option("--allow-empty-range", help="Take no commits for clean.")
    ] = False,
    remerge_diff: Annotated[
        bool | None, typer.Option(help="Look into merges (default: not with --all).")
    ] = None,
    schema: Annotated[
        bool,
        typer.Option(
            "--schema",
            help="Print the JSON Schema of the JSON report.",
            callback=_print_schema,
            is_eager=True,
        ),
    ] = False,
    directory: Annotated[str, typer.Option("-C", metavar="DIRECTORY", help="The repository.")] = ".",
) -> int:
    """Judge every commit of a range. Exit code 0: clean, 1: findings, 2: could not check."""
    del schema
    render = renderer(format_)
    style = Style(not output and wants_colours(color, sys.stdout, os.environ))
    repository = open_repository(git_in(directory))
    answer = ask_range(repository, Question(range_, all_, base, stage))
    if isinstance(answer, NothingToJudge):
        write_output(render(nothing_judged(answer), style), output)
        return 0
    remerge = not all_ if remerge_diff is None else remerge_diff
    with progress() as shown:
        options = Options(remerge, answer.branch, shown, read_pr_body(pr_body))
        report = verify_range(repository, answer.range, answer.stage, options)
    _not_empty(report, answer, allow_empty_range)
    write_output(render(report, style), output)
    return EXIT_CODES[report.verdict_with(strict=strict)]


def nothing_judged(answer: NothingToJudge) -> Report:
    """The report where the CI's event brings no commit."""
    source = PolicySource(f"no policy ({answer.source}: {answer.why})", None)
    return Report(source, {"commits": 0, "assisted": 0}, (), (), "clean")


def _not_empty(report: Report, answer: Answer, allowed: bool) -> None:
    if report.verdict == "clean" and not report.checked["commits"] and not (allowed or answer.may_be_empty):
        remedy = "if that is right: --allow-empty-range"
        raise RangeError(f"there is no commit in {answer.range.spec}: nothing was checked", remedy)


def read_pr_body(path: str) -> Disclosure | None:
    """The disclosure in a pull request's text; None without a file, or where the text holds none."""
    from trailers.disclosure.pull_request import read_block

    if not path:
        return None
    try:
        with open(path, encoding="utf-8", errors="surrogateescape", newline="") as file:
            return read_block(file.read())
    except OSError as error:
        raise MessageError(f"the pull request's text cannot be read: {error}") from error
