"""The run over many sources: in batches, in one process or in several, with the same outcome."""

from functools import partial

from trailers.typed import Callable, NamedTuple, Sequence
from trailers.verify.secrets.judging import judged
from trailers.verify.secrets.looked import Looked, nothing, unpacked
from trailers.verify.secrets.setting import Setting
from trailers.verify.secrets.source import Read, Source
from trailers.workers import Lost, in_processes, processors

_BATCH = 1 << 18  # bytes of a batch, at the least, unless it has that many files:
_FILES = 128
_BATCHES = 1500  # at the most, or nearly so

Progress = Callable[[int], None]


class Batch(NamedTuple):
    """Sources that follow each other, from `start` on and before `end`, and their size."""

    start: int
    end: int
    size: int


def run(
    sources: Sequence[Source],
    read: Read,
    setting: Setting,
    *,
    jobs: int = 0,
    progress: Progress | None = None,
) -> Looked:
    """Judge the sources in order, in `jobs` processes, or in as many as there are processors (0)."""
    size = sum(source.size for source in sources)
    processes = jobs or processors()
    if processes < 2 and progress is None:
        return judged(sources, read, setting)
    batches = batches_of(sources, size)
    order = sorted(range(len(batches)), key=lambda number: -batches[number].size)
    if processes < 2:
        order = list(range(len(batches)))
    done = 0

    def tell(number: int) -> None:
        nonlocal done
        done += batches[number].end - batches[number].start
        assert progress
        progress(done)

    work = partial(_packed, sources, batches, read, setting)
    results = in_processes(work, order, processes, tell if progress else None)
    looked = nothing()
    for number, batch in enumerate(batches):
        result = results[number]
        looked.add(
            _lost(sources[batch.start : batch.end], result) if isinstance(result, Lost) else unpacked(result)
        )
    return looked


def batches_of(sources: Sequence[Source], size: int) -> list[Batch]:
    """The sources in batches of about the same size."""
    least = max(_BATCH, size // _BATCHES)
    files = max(_FILES, len(sources) // (_BATCHES // 4))
    batches = []
    start = gathered = 0
    for end, source in enumerate(sources, 1):
        gathered += source.size
        if gathered >= least or end - start >= files:
            batches.append(Batch(start, end, gathered))
            start, gathered = end, 0
    if start < len(sources):
        batches.append(Batch(start, len(sources), gathered))
    return batches


def _packed(
    sources: Sequence[Source], batches: Sequence[Batch], read: Read, setting: Setting, number: int
) -> bytes:
    batch = batches[number]
    return judged(sources[batch.start : batch.end], read, setting).packed()


def _lost(sources: Sequence[Source], lost: Lost) -> Looked:
    """All sources of a batch whose process ended: none of them is known to be clean."""
    from trailers.verify.secrets.unchecked_file import unread

    looked = nothing()
    for source in sources:
        looked.findings.append(unread(source.path, lost.why))
    looked.tally("unread", len(sources))
    return looked
