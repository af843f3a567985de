"""`undersign doctor`: what is installed, what can be gone around, and what CI does not check."""

from typing import Annotated

import typer


def doctor(
    directory: Annotated[str, typer.Option("-C", metavar="DIRECTORY", help="The repository.")] = ".",
    format_: Annotated[str, typer.Option("--format", metavar="NAME", help="text or json.")] = "text",
    color: Annotated[str, typer.Option("--color", metavar="WHEN", help="auto, always or never.")] = "auto",
) -> int:
    """Look at a repository's set-up, and say how to mend it. Exit code 0: nothing to mend, 1: problems."""
    from trailers.cli.diagnosing import Asked, diagnose_as_asked

    return diagnose_as_asked(Asked(directory, format_, color))
