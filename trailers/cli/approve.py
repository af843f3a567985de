"""`undersign approve`: a person's word for local commits."""

from typing import Annotated

import typer


def approve(
    range_: Annotated[
        str, typer.Argument(metavar="[RANGE]", help="BASE..HEAD; @{upstream}..HEAD if it is left out.")
    ] = "",
    pushed: Annotated[bool, typer.Option("--pushed", help="Rewrite commits that a remote has, too.")] = False,
    directory: Annotated[str, typer.Option("-C", metavar="DIRECTORY", help="The repository.")] = ".",
) -> int:
    """Add your Approved-by to local commits that lack one. It asks first; an assistant cannot approve."""
    from trailers.cli.approving import approve_range

    return approve_range(range_, directory, pushed=pushed)
