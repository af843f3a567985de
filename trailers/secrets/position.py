"""Where an offset stands in a text: line and column, for people."""

from trailers.typed import Iterable, Iterator


def positions(data: bytes, offsets: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Give (line, column) for each offset, both from 1, the column in characters.

    The offsets are in order; every byte is counted once. An undecodable byte is one character.
    """
    line, column, counted = 1, 1, 0
    for offset in offsets:
        begin = data.rfind(b"\n", counted, offset) + 1
        if begin:
            line += data.count(b"\n", counted, offset)
            column, counted = 1, begin
        column += len(data[counted:offset].decode("utf-8", "surrogateescape"))
        counted = offset
        yield line, column
