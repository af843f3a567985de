"""`undersign squash-message`: the message for a squash merge."""

from typing import Annotated

import typer

from trailers.cli.options import Directory


def squash_message(
    range_: Annotated[str, typer.Argument(metavar="BASE..HEAD", help="The commits that become one.")],
    title: Annotated[
        str, typer.Option("--title", metavar="TEXT", help="The title; the first commit's if left out.")
    ] = "",
    directory: Directory = ".",
) -> int:
    """Print a message for a squash merge that keeps every trailer, and only approvals of the whole."""
    from trailers.cli.squashing import print_squash_message

    return print_squash_message(range_, title, directory)
