"""`undersign trailers`: read, add, remove, mend and convert trailers of messages."""

import json
from collections.abc import Callable
from typing import Annotated

import typer

from trailers.cli.messages import Message, messages, put_back
from trailers.disclosure.converting import Conversion
from trailers.errors import UsageError
from trailers.message.reading import read_block, read_trailers
from trailers.message.trailer import Trailer

app = typer.Typer(
    help="Read, add, remove, mend and convert trailers.", no_args_is_help=True, rich_markup_mode=None
)

Source = Annotated[str, typer.Argument(help="A message file, - for standard input, a commit, or a range.")]
Directory = Annotated[str, typer.Option("-C", metavar="DIRECTORY", help="The repository.")]
InPlace = Annotated[bool, typer.Option("--in-place", "-i", help="Write the message file back.")]


@app.command()
def parse(
    source: Source,
    format_: Annotated[str, typer.Option("--format", help="text or json.")] = "text",
    directory: Directory = ".",
) -> int:
    """Print the trailers that git reads; for a range, one JSON object a commit."""
    if format_ not in ("text", "json"):
        raise UsageError(f"there is no format {format_!r}", "--format text|json")
    for message in messages(source, directory):
        found = read_trailers(message.text)
        if message.one_of_many or format_ == "json":
            pairs = [{"key": trailer.key, "value": trailer.value} for trailer in found]
            typer.echo(json.dumps({"commit": message.commit, "trailers": pairs}))
        else:
            put_back(message, "".join(f"{trailer}\n" for trailer in found))
    return 0


@app.command()
def add(
    source: Source,
    trailers: Annotated[list[str], typer.Argument(metavar="'KEY: VALUE'...", help="What to add.")],
    in_place: InPlace = False,
    directory: Directory = ".",
) -> int:
    """Add trailers that are not there yet; everything else stays byte for byte."""
    from trailers.message.writing import add_trailers

    added = [_trailer(text) for text in trailers]
    return _rewrite(source, directory, in_place, lambda text: add_trailers(text, added))


@app.command()
def remove(
    source: Source,
    keys: Annotated[list[str], typer.Argument(metavar="KEY...", help="The keys of what to remove.")],
    in_place: InPlace = False,
    directory: Directory = ".",
) -> int:
    """Remove the trailers with these keys."""
    from trailers.message.writing import remove_trailers

    wanted = {key.lower() for key in keys}
    return _rewrite(
        source,
        directory,
        in_place,
        lambda text: remove_trailers(text, lambda found: found.key.lower() in wanted),
    )


@app.command()
def fix(source: Source, in_place: InPlace = False, directory: Directory = ".") -> int:
    """Make trailers of the lines that were meant as disclosure trailers and are none."""
    from trailers.disclosure.vocabulary import DEFAULT_KEYS, written_keys
    from trailers.message.mending import mend

    keys = [key for _, key in written_keys(DEFAULT_KEYS)]
    return _rewrite(source, directory, in_place, lambda text: mend(text, keys).text)


@app.command()
def convert(
    source: Source,
    to: Annotated[str, typer.Option("--to", metavar="PROFILE", help="The destination's profile.")],
    from_: Annotated[
        str, typer.Option("--from", metavar="PROFILE", help="The message's profile.")
    ] = "default",
    lossy: Annotated[bool, typer.Option("--lossy", help="Drop what the destination does not carry.")] = False,
    in_place: InPlace = False,
    directory: Directory = ".",
) -> int:
    """Say a disclosure in another project's dialect; with pr-body, print the pull request's block."""
    from trailers.disclosure.converting import convert as converted
    from trailers.disclosure.profiles import profile_named
    from trailers.disclosure.reading import read_disclosure
    from trailers.message.writing import add_trailers, remove_trailers

    origin, target = profile_named(from_), profile_named(to)

    def rewritten(text: str) -> str:
        block = read_block(text)
        conversion = converted(read_disclosure(block.trailers, origin), target)
        _nothing_lost(conversion, lossy)
        if target.place == "pull-request":
            return conversion.block
        without = remove_trailers(text, lambda found: found.line in conversion.replaced)
        return add_trailers(without, conversion.trailers)

    return _rewrite(source, directory, in_place, rewritten)


def _nothing_lost(conversion: Conversion, lossy: bool) -> None:
    if conversion.dropped and not lossy:
        lost = "; ".join(conversion.dropped)
        raise UsageError(f"the conversion would lose something: {lost}", "--lossy drops it")


def _trailer(text: str) -> Trailer:
    key, colon, value = text.partition(":")
    if not colon:
        raise UsageError(f"{text!r} is no trailer", "write it as 'Key: value'")
    return Trailer(key.strip(), value.strip())


def _rewrite(source: str, directory: str, in_place: bool, change: Callable[[str], str]) -> int:
    for message in messages(source, directory):
        _print_changed(message, change(message.text), in_place)
    return 0


def _print_changed(message: Message, text: str, in_place: bool) -> None:
    if message.one_of_many:
        typer.echo(json.dumps({"commit": message.commit, "message": text}))
    else:
        put_back(message, text, in_place=in_place)
