"""Read blobs of the object store, many from one git process, a large one in pieces."""

from trailers.errors import GitError
from trailers.process import Git
from trailers.repository.batch import Stored, split_batch
from trailers.typed import Callable, Iterator, Sequence
from trailers.verify.secrets.files import WHOLE
from trailers.verify.secrets.source import Opened, Source

SUBMODULE = "160000"
_MISSING = "this clone does not have its blob"


def with_sizes(git: Git, sources: Sequence[Source]) -> list[Source]:
    """The sources with the sizes of their blobs; what is missing, or a submodule, keeps its size."""
    wanted = dict.fromkeys(source.blob for source in sources if source.blob and not source.disk)
    if not wanted:
        return list(sources)
    asked = "".join(f"{name}\n" for name in wanted).encode()
    output = b"".join(git.stream(["cat-file", "--batch-check", "--buffer"], stdin=asked))
    sizes = {}
    for line in output.decode("ascii", "replace").split("\n"):
        words = line.split(" ")
        if len(words) == 3 and words[1] == "blob":
            sizes[words[0]] = int(words[2])
    return [
        source if source.disk else source._replace(size=sizes.get(source.blob, source.size))
        for source in sources
    ]


def read_blobs(git: Git, sources: Sequence[Source]) -> Iterator[Opened]:
    """Each blob in order, as git stores it: no filter of the repository's attributes is run."""
    wanted = [source.blob for source in sources if source.mode != SUBMODULE and source.size <= WHOLE]
    contents = _contents(git, wanted)
    for source in sources:
        if source.mode == SUBMODULE:
            yield Opened(source, skipped="submodules")
        elif source.size > WHOLE:
            yield _large(git, source)
        else:
            stored = next(contents, Stored(source.blob, None))
            yield _opened(source, stored)


def _opened(source: Source, stored: Stored) -> Opened:
    if stored.content is None:
        return Opened(source, unread=_MISSING)
    return Opened(source, stored.content)


def _contents(git: Git, wanted: Sequence[str]) -> Iterator[Stored]:
    """What is stored under each name; it ends early where git does."""
    if not wanted:
        return
    asked = "".join(f"{name}\n" for name in wanted).encode()
    try:
        for together in split_batch(git.stream(["cat-file", "--batch", "--buffer"], stdin=asked)):
            yield from together
    except GitError:
        return  # what has not come is missing


def _large(git: Git, source: Source) -> Opened:
    chunks = git.stream(["cat-file", "blob", source.blob])
    rest = _reading(chunks)
    return Opened(source, rest(WHOLE), rest)


def _reading(chunks: Iterator[bytes]) -> Callable[[int], bytes]:
    """So many bytes, or what there is: the whole chunks that make as many."""

    def read(size: int) -> bytes:
        parts = []
        while size > 0:
            chunk = next(chunks, b"")
            if not chunk:
                break
            parts.append(chunk)
            size -= len(chunk)
        return b"".join(parts)

    return read
