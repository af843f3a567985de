"""Read any sources in order: files of the disk, and blobs."""

from itertools import groupby

from trailers.process import Git
from trailers.typed import Iterator, Sequence
from trailers.verify.secrets.files import read_files
from trailers.verify.secrets.source import Opened, Read, Source


def reader(git: Git) -> Read:
    """Reads files, and blobs by this git."""

    def read(sources: Sequence[Source]) -> Iterator[Opened]:
        for on_disk, together in groupby(sources, key=lambda source: bool(source.disk)):
            if on_disk:
                yield from read_files(list(together))
            else:
                from trailers.verify.secrets.blobs import read_blobs

                yield from read_blobs(git, list(together))

    return read
