"""`undersign context`: whether a conversation is the one that a commit names."""

from typing import Annotated

import typer

from trailers.cli.options import Directory

app = typer.Typer(
    help="Compare conversations with what commits say of them.", no_args_is_help=True, rich_markup_mode=None
)


@app.callback()
def context() -> None:
    """Compare conversations with what commits say of them."""


@app.command()
def verify(
    commit: Annotated[str, typer.Argument(metavar="COMMIT", help="The commit that names it.")],
    file: Annotated[str, typer.Option("--file", metavar="F", help="The transcript, or the prompt's text.")],
    key_file: Annotated[
        str, typer.Option("--key-file", metavar="K", help="The key of a keyed digest; F is then the prompt.")
    ] = "",
    since: Annotated[
        str,
        typer.Option(
            "--since", metavar="REV", help="The parent that the commit had when its message was written."
        ),
    ] = "",
    directory: Directory = ".",
) -> int:
    """Say whether a file matches a digest in a commit. Exit code 0: it does, 1: not, 2: could not check."""
    from trailers.cli.context.verifying import Asked, verify_context

    return verify_context(Asked(commit, file, key_file, since, directory))
