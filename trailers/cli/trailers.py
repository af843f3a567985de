"""`undersign trailers`: read, add, remove, mend, convert and suggest trailers of messages."""

from typing import Annotated

import typer

from trailers.cli import completing
from trailers.cli.options import Directory, TextOrJson
from trailers.errors import UsageError

app = typer.Typer(
    help="Read, add, remove, mend, convert and suggest trailers.", no_args_is_help=True, rich_markup_mode=None
)

Source = Annotated[str, typer.Argument(help="A message file, - for standard input, a commit, or a range.")]
InPlace = Annotated[bool, typer.Option("--in-place", "-i", help="Write the message file back.")]


@app.command(short_help="Print the trailers that git reads.")
def parse(
    source: Source,
    format_: TextOrJson = "text",
    directory: Directory = ".",
) -> int:
    """Print the trailers that git reads; for a range, one JSON object a commit."""
    from trailers.cli.rewriting import Where, print_trailers

    if format_ not in ("text", "json"):
        raise UsageError(f"there is no format {format_!r}", "--format text|json")
    return print_trailers(Where(source, directory), as_json=format_ == "json")


@app.command(short_help="Add trailers that are not there yet.")
def add(
    source: Source,
    trailers: Annotated[list[str], typer.Argument(metavar="'KEY: VALUE'...", help="What to add.")],
    in_place: InPlace = False,
    directory: Directory = ".",
) -> int:
    """Add trailers that are not there yet; everything else stays byte for byte."""
    from trailers.cli.rewriting import Where, rewrite, typed_trailer
    from trailers.message.writing import add_trailers

    added = [typed_trailer(text) for text in trailers]
    return rewrite(Where(source, directory, in_place), lambda text: add_trailers(text, added))


@app.command()
def remove(
    source: Source,
    keys: Annotated[list[str], typer.Argument(metavar="KEY...", help="The keys of what to remove.")],
    in_place: InPlace = False,
    directory: Directory = ".",
) -> int:
    """Remove the trailers with these keys."""
    from trailers.cli.rewriting import Where, rewrite
    from trailers.message.writing import remove_trailers

    wanted = {key.lower() for key in keys}
    return rewrite(
        Where(source, directory, in_place),
        lambda text: remove_trailers(text, lambda found: found.key.lower() in wanted),
    )


@app.command(short_help="Make trailers of the lines that were meant as some.")
def fix(source: Source, in_place: InPlace = False, directory: Directory = ".") -> int:
    """Make trailers of the lines that were meant as disclosure trailers and are none."""
    from trailers.cli.keys import keys_at
    from trailers.cli.rewriting import Where, rewrite
    from trailers.disclosure.vocabulary import written_keys
    from trailers.message.mending import mend

    keys = [key for _, key in written_keys(keys_at(directory))]
    return rewrite(Where(source, directory, in_place), lambda text: mend(text, keys).text)


@app.command(short_help="Say a disclosure in another project's dialect.")
def convert(
    source: Source,
    to: Annotated[
        str,
        typer.Option(
            "--to",
            metavar="PROFILE",
            help="The destination's profile.",
            autocompletion=completing.profiles,
        ),
    ],
    from_: Annotated[
        str,
        typer.Option(
            "--from", metavar="PROFILE", help="The message's profile.", autocompletion=completing.profiles
        ),
    ] = "default",
    lossy: Annotated[bool, typer.Option("--lossy", help="Drop what the destination does not carry.")] = False,
    in_place: InPlace = False,
    directory: Directory = ".",
) -> int:
    """Say a disclosure in another project's dialect; with pr-body, print the pull request's block."""
    from trailers.cli.rewriting import Where, conversion_of, rewrite

    return rewrite(Where(source, directory, in_place), conversion_of(from_, to, lossy=lossy))


@app.command(short_help="Print what the writing hooks would write now.")
def suggest(
    format_: TextOrJson = "text",
    directory: Directory = ".",
) -> int:
    """Print what the writing hooks would write for a commit made now, and from which source."""
    from trailers.cli.suggest import print_suggestion

    if format_ not in ("text", "json"):
        raise UsageError(f"there is no format {format_!r}", "--format text|json")
    return print_suggestion(directory, as_json=format_ == "json")
