"""What `undersign trailers` does with the messages that it is given: print their trailers, or change them."""

import json

from trailers.cli.messages import messages, put_back
from trailers.disclosure.converting import Conversion, convert
from trailers.disclosure.profiles import profile_named
from trailers.disclosure.reading import read_disclosure
from trailers.errors import UsageError
from trailers.message.reading import read_block, read_trailers
from trailers.message.trailer import Trailer
from trailers.message.writing import add_trailers, remove_trailers
from trailers.typed import Callable, NamedTuple


class Where(NamedTuple):
    """Where messages come from, and whether a message file is written back."""

    source: str
    directory: str
    in_place: bool = False


def print_trailers(where: Where, *, as_json: bool) -> int:
    """Print the trailers that git reads in each message."""
    for message in messages(where.source, where.directory):
        found = read_trailers(message.text)
        if message.one_of_many or as_json:
            pairs = [{"key": trailer.key, "value": trailer.value} for trailer in found]
            _print_json(message.commit, "trailers", pairs)
        else:
            put_back(message, "".join(f"{trailer}\n" for trailer in found))
    return 0


def rewrite(where: Where, change: Callable[[str], str]) -> int:
    """Print each message as `change` makes it, or write it back."""
    for message in messages(where.source, where.directory):
        text = change(message.text)
        if message.one_of_many and not where.in_place:
            _print_json(message.commit, "message", text)
        else:
            put_back(message, text, in_place=where.in_place)
    return 0


def _print_json(commit: str | None, name: str, value: object) -> None:
    print(json.dumps({"commit": commit, name: value}))


def typed_trailer(text: str) -> Trailer:
    """The trailer that was typed as `Key: value`."""
    key, colon, value = text.partition(":")
    if not colon:
        raise UsageError(f"{text!r} is no trailer", "write it as 'Key: value'")
    return Trailer(key.strip(), value.strip())


def conversion_of(origin: str, target: str, *, lossy: bool) -> Callable[[str], str]:
    """The change from one profile to another; for the profile pr-body, to the pull request's block."""
    read_as, written_as = profile_named(origin), profile_named(target)

    def change(text: str) -> str:
        conversion = convert(read_disclosure(read_block(text).trailers, read_as), written_as)
        _nothing_lost(conversion, lossy)
        if written_as.place == "pull-request":
            return conversion.block
        without = remove_trailers(text, lambda found: found.line in conversion.replaced)
        return add_trailers(without, conversion.trailers)

    return change


def _nothing_lost(conversion: Conversion, lossy: bool) -> None:
    if conversion.dropped and not lossy:
        lost = "; ".join(conversion.dropped)
        raise UsageError(f"the conversion would lose something: {lost}", "--lossy drops it")
