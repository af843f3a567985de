"""The messages that a command works on: a file's, standard input's, a commit's, or a range's."""

import os
import sys

from trailers.cli.console import git_in
from trailers.errors import RangeError, UsageError
from trailers.message.encoding import decode
from trailers.message.file import read_message_file, replace_message_file
from trailers.repository.commit import parse_commit
from trailers.repository.opening import open_repository
from trailers.repository.revision import parse_range
from trailers.repository.walk import walk
from trailers.typed import Iterator, NamedTuple


class Message(NamedTuple):
    """A message and where it comes from; `path` is set for a file, `commit` for a stored one."""

    text: str
    path: str | None = None
    commit: str | None = None
    one_of_many: bool = False


def messages(source: str, directory: str) -> Iterator[Message]:
    """The messages that `source` means. A file that exists comes before a commit of the same name."""
    if source == "-":
        yield Message(_text(sys.stdin.buffer.read()))
    elif os.path.isfile(source):
        yield Message(_text(read_message_file(source)), path=source)
    else:
        yield from _stored(source, directory)


def _stored(source: str, directory: str) -> Iterator[Message]:
    repository = open_repository(git_in(directory))
    try:
        range_ = parse_range(repository, source)
    except RangeError as error:
        raise RangeError(f"{source!r} is no file, and {error.message}", error.remedy) from error
    for stored in walk(repository, range_.arguments):
        if stored.content is None:
            raise RangeError(f"this clone does not have commit {stored.id}")
        commit = parse_commit(stored.id, stored.content)
        text = decode(commit.message, commit.encoding).text
        yield Message(text, commit=commit.id, one_of_many=".." in source)


def put_back(message: Message, text: str, *, in_place: bool = False) -> None:
    """Print the text byte for byte, or write it into the message's file, whole or not at all."""
    data = text.encode("utf-8", "surrogateescape")
    if not in_place:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        return
    if message.path is None:
        raise UsageError("--in-place needs a message file", "leave it out to print the result")
    if text != message.text:
        replace_message_file(os.path.realpath(message.path), data)


def _text(data: bytes) -> str:
    return data.decode("utf-8", "surrogateescape")
