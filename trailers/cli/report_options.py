"""The options of every command that makes a report."""

from typing import Annotated

import typer

from trailers.cli import completing
from trailers.output.formats import FORMATS

Format = Annotated[
    str,
    typer.Option(
        "--format", metavar="NAME", help=f"{', '.join(FORMATS)}.", autocompletion=completing.formats
    ),
]
Output = Annotated[
    list[str] | None,
    typer.Option("--output", metavar="[FORMAT:]FILE", help="Write it to a file; may be repeated."),
]
Color = Annotated[
    str,
    typer.Option(
        "--color",
        metavar="WHEN",
        help="auto, always or never.",
        autocompletion=completing.one_of("auto", "always", "never"),
    ),
]
