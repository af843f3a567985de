"""`undersign owners`: who owns which files, and whether the CODEOWNERS file says what it is meant to."""

import sys
from typing import Annotated

import typer

from trailers.cli import completing
from trailers.cli.options import Color, Directory, Format, Output, Strict, TextOrJson
from trailers.errors import UsageError

app = typer.Typer(help="Check and ask CODEOWNERS.", no_args_is_help=True, rich_markup_mode=None)

File = Annotated[
    str, typer.Option("--file", metavar="CODEOWNERS", help="The file, from the top of the repository.")
]
Dialect = Annotated[
    str,
    typer.Option(
        "--dialect",
        metavar="NAME",
        help="Whose: github, gitlab, bitbucket, gitea, ...",
        autocompletion=completing.dialects,
    ),
]


# Of another project, or before there is a repository.
AnyFile = Annotated[
    str, typer.Option("--file", metavar="CODEOWNERS", help="A file, read as it is; no repository is needed.")
]


@app.command()
def check(
    all_: Annotated[bool, typer.Option("--all", help="Judge every tracked file (the default).")] = False,
    from_: Annotated[str, typer.Option("--from", metavar="REV", help="Judge what differs from it.")] = "",
    to: Annotated[str, typer.Option(metavar="REV", help="Judge this commit, in place of the index.")] = "",
    file: File = "",
    dialect: Dialect = "",
    format_: Format = "text",
    output: Output = None,
    color: Color = "auto",
    baseline: Annotated[
        str, typer.Option(metavar="FILE", help="Findings to accept, in place of the policy's.")
    ] = "",
    write_baseline: Annotated[
        bool, typer.Option("--write-baseline", help="Accept all that is found, in the baseline.")
    ] = False,
    strict: Strict = False,
    directory: Directory = ".",
) -> int:
    """Judge the CODEOWNERS file. Exit code 0: clean, 1: findings, 2: could not check."""
    if all_ and from_:
        raise UsageError("--all judges every file, --from those that differ", "give one of them")
    from trailers.cli.owners.asked import Asked
    from trailers.cli.owners.check import check_owners
    from trailers.cli.reporting import Wanted

    asked = Asked(
        directory,
        from_,
        to,
        file=file,
        dialect=dialect,
        baseline=baseline,
        write_baseline=write_baseline,
    )
    return check_owners(asked, Wanted(format_, tuple(output or ()), color, strict))


@app.command()
def of(
    paths: Annotated[
        list[str] | None, typer.Argument(metavar="PATH...", help="Files or directories.")
    ] = None,
    stdin: Annotated[bool, typer.Option("--stdin", help="Read paths, ended by NUL or a line each.")] = False,
    file: AnyFile = "",
    dialect: Dialect = "",
    why: Annotated[bool, typer.Option("--why", help="Tell the line that decides, too.")] = False,
    format_: TextOrJson = "text",
    directory: Directory = ".",
) -> int:
    """Say who owns each path."""
    from trailers.cli.owners.of import Asked, read_paths, tell_owners

    read = read_paths(sys.stdin.buffer.read()) if stdin else []
    return tell_owners(Asked(directory, file, dialect, why), [*(paths or ()), *read], format_)


@app.command(short_help="Say how many files have owners, and whose they are.")
def stats(
    file: File = "",
    dialect: Dialect = "",
    format_: Annotated[
        str,
        typer.Option(
            "--format",
            metavar="NAME",
            help="text, json, or html: a page to look at.",
            autocompletion=completing.one_of("text", "json", "html"),
        ),
    ] = "text",
    output: Annotated[str, typer.Option(metavar="FILE", help="Write it to a file.")] = "",
    color: Color = "auto",
    directory: Directory = ".",
) -> int:
    """Say how many files have owners, whose they are, and where there are none."""
    from trailers.cli.owners.stats import Asked, tell_coverage

    return tell_coverage(Asked(directory, file, dialect), format_, output, color)


@app.command()
def fmt(
    fix: Annotated[
        bool, typer.Option("--fix", help="Remove dead, duplicate and redundant lines, and mend bad ones.")
    ] = False,
    check_: Annotated[
        bool, typer.Option("--check", help="Write nothing; exit code 1 where that would change it.")
    ] = False,
    allow_changes: Annotated[
        bool, typer.Option("--allow-changes", help="Mend also where files get other owners by it.")
    ] = False,
    file: File = "",
    dialect: Dialect = "",
    directory: Directory = ".",
) -> int:
    """Lay the CODEOWNERS file out in columns. Every tracked file keeps its owners."""
    from trailers.cli.owners.fmt import Asked, format_owners

    asked = Asked(directory, file, dialect, fix=fix, check=check_, allow_changes=allow_changes)
    return format_owners(asked)


@app.command(short_help="Say whose approval a range needs.")
def required(
    range_: Annotated[str, typer.Argument(metavar="RANGE", help="A..B, A...B or one commit.")],
    file: File = "",
    dialect: Dialect = "",
    format_: TextOrJson = "text",
    directory: Directory = ".",
) -> int:
    """Say whose approval a range needs, by the CODEOWNERS file of its base."""
    from trailers.cli.owners.required import Asked, tell_required

    return tell_required(Asked(range_, directory, file, dialect), format_)
