"""`undersign disclose`: a commit that discloses for earlier ones."""

from typing import Annotated

import typer

from trailers.cli.options import Directory


def disclose(
    commits: Annotated[list[str], typer.Argument(metavar="COMMIT...", help="What was not disclosed.")],
    model: Annotated[
        list[str], typer.Option("--model", metavar="AGENT:MODEL", help="Which model helped; may be repeated.")
    ],
    context: Annotated[
        list[str],
        typer.Option("--context", metavar="VALUE", help="A reference to the conversation; may be repeated."),
    ],
    directory: Directory = ".",
) -> int:
    """Make an empty commit that says late what these commits did not: for history that stays as it is."""
    from trailers.cli.disclosing import Said, disclose_late

    return disclose_late(commits, Said(tuple(model), tuple(context)), directory)
