"""`undersign verify`: every commit of a range, judged by its base's policy."""

from typing import Annotated

import typer

from trailers.cli import completing
from trailers.cli.options import Color, Directory, Format, Output, Strict


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
    stage: Annotated[
        str,
        typer.Option(
            metavar="STAGE",
            help="What is due: commit, push, review or merge.",
            autocompletion=completing.stages,
        ),
    ] = "",
    pr_body: Annotated[
        str, typer.Option(metavar="FILE", help="The pull request's text (profile pr-body).")
    ] = "",
    format_: Format = "text",
    output: Output = None,
    color: Color = "auto",
    strict: Strict = False,
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
    directory: Directory = ".",
) -> int:
    """Judge every commit of a range. Exit code 0: clean, 1: findings, 2: could not check."""
    del schema
    from trailers.cli.asking import Question
    from trailers.cli.reporting import Wanted
    from trailers.cli.verifying import Asked, verify_as_asked  # all of the core, which help does not need

    asked = Asked(
        Question(range_, all_, base, stage),
        directory,
        pr_body=pr_body,
        remerge=remerge_diff,
        may_be_empty=allow_empty_range,
    )
    return verify_as_asked(asked, Wanted(format_, tuple(output or ()), color, strict))
