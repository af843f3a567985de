"""The options that several commands have, those of every report among them."""

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
Strict = Annotated[bool, typer.Option("--strict", help="Let warnings fail too.")]
TextOrJson = Annotated[
    str,
    typer.Option(
        "--format", metavar="NAME", help="text or json.", autocompletion=completing.one_of("text", "json")
    ),
]
Directory = Annotated[str, typer.Option("-C", metavar="DIRECTORY", help="The repository.")]
