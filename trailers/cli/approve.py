"""`undersign approve`: a person's word for local commits."""

from typing import Annotated

import typer

from trailers.cli.options import Directory


def approve(
    range_: Annotated[
        str, typer.Argument(metavar="[RANGE]", help="BASE..HEAD; @{upstream}..HEAD if it is left out.")
    ] = "",
    pushed: Annotated[bool, typer.Option("--pushed", help="Rewrite commits that a remote has, too.")] = False,
    directory: Directory = ".",
) -> int:
    """Add your Approved-by to local commits that lack one. It asks first; an assistant cannot approve."""
    from trailers.cli.approving import approve_range

    return approve_range(range_, directory, pushed=pushed)
