"""`undersign rule`: the page of a rule, or the list of all."""

from typing import Annotated

import typer

from trailers.cli import completing
from trailers.errors import UsageError


def rule(
    name: Annotated[
        str,
        typer.Argument(
            metavar="[RULE]", help="A rule's id or name, as US101.", autocompletion=completing.rules
        ),
    ] = "",
) -> int:
    """Print the page of a rule; without one, list them all."""
    from trailers.verify.registry import RULES, rule_named

    if not name:
        for known in RULES.values():
            typer.echo(f"{known.id}  {known.severity:<8} {known.name}")
        return 0
    found = rule_named(name)
    if found is None:
        raise UsageError(f"there is no rule {name!r}", "undersign rule lists them all")
    typer.echo(f"{found.id} {found.name} ({found.severity})\n\n{found.page.rstrip()}")
    return 0
