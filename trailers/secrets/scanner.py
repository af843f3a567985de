"""The scan of one text: the prefilter's places, the exact patterns, the judgement of what they match."""

from trailers.typed import TYPE_CHECKING, Iterator, Sequence

if TYPE_CHECKING:
    from trailers.finding import Severity
    from trailers.secrets.confirming import Confirmation
    from trailers.secrets.detector import Detector
    from trailers.secrets.found import Found
    from trailers.secrets.hit import Hit
    from trailers.secrets.overlap import Judged
    from trailers.secrets.prefilter.prefilter import Prefilter
    from trailers.secrets.sieves.registry import Sieve
    from trailers.typed import Callable

# So much of a text goes to the prefilter at once: a text of any size costs no more memory than this does.
_PART = 1 << 18
# No literal and no run that a prefilter looks for is longer.
_LEAST_OVERLAP = 4096

_WARNINGS = ("US205",)
_WARNINGS_IN_TESTS = ("US204", "US210")


class Scanner:
    """Finds secrets in texts by the detectors; `prefilter` has to be made for the same ones, in their order.

    `words` gives those that the matches of a detector begin with: see prefilter/beginnings.py.

    Regular expressions are compiled, and checks imported, when the first place needs them.
    """

    def __init__(
        self,
        detectors: "Sequence[Detector]",
        prefilter: "Prefilter",
        words: "Callable[[int], Sequence[bytes]] | None" = None,
    ) -> None:
        self._detectors = detectors
        self._prefilter = prefilter
        self._words = words
        self._makers: dict[int, Callable[[], Confirmation]] = {}
        self._sieves: dict[int, Sieve] = {}

    def scan(self, path: str, data: bytes) -> "list[Found]":
        """Find the secrets of the file `path` (with "/" between its parts), in order of offset."""
        confirmations: dict[int, Confirmation] = {}
        judged: list[Judged] = []
        for places in self._places(data):
            for index, offsets in places.items():
                if self._detectors[index].sieve and not (offsets := self._sifted(index, path, data, offsets)):
                    continue
                if index not in confirmations:
                    confirmations[index] = self._confirmation(index)
                walk = confirmations[index]
                judged += [(hit, index) for hit in walk.hits(path, data, offsets)]
                if walk.is_too_long:
                    from trailers.secrets.unchecked import TOO_MANY, unchecked

                    return [*self._told(path, data, judged), unchecked(TOO_MANY)]
        return self._told(path, data, judged) if judged else []

    def _places(self, data: bytes) -> Iterator[dict[int, list[int]]]:
        """Give the prefilter's offsets by detector, each in order, in parts of a long text.

        A part overlaps the next one by the longest match. What is found in the overlap waits for the next
        part, so that nothing that begins before it is still to come.
        """
        overlap = max(_LEAST_OVERLAP, *self._prefilter.widths, 0)
        size = max(_PART, 4 * overlap)
        if len(data) <= size or not all(self._prefilter.widths):
            size = len(data)
        waiting: dict[int, list[int]] = {}
        for start in range(0, len(data), max(size, 1)):
            end = start + size
            part = data[start : end + overlap] if size < len(data) else data
            places, waiting = waiting, {}
            for index, offset in self._prefilter.candidates(part):
                when = places if start + offset < end or end >= len(data) else waiting
                when.setdefault(index, []).append(start + offset)
            yield {index: sorted(offsets) for index, offsets in places.items()}

    def _sifted(self, index: int, path: str, data: bytes, offsets: list[int]) -> list[int]:
        """The offsets for which it is worth to have the pattern compiled, and what it needs imported."""
        if index not in self._sieves:
            from trailers.secrets.sieves.registry import sieve_named

            self._sieves[index] = sieve_named(self._detectors[index].sieve)
        sieve, width = self._sieves[index], self._prefilter.widths[index]
        return [offset for offset in offsets if sieve(path, data, offset, width)]

    def _confirmation(self, index: int) -> "Confirmation":
        """Begin a walk; what it needs is made once."""
        if index not in self._makers:
            self._makers[index] = self._maker(index)
        return self._makers[index]()

    def _maker(self, index: int) -> "Callable[[], Confirmation]":
        import re
        from functools import partial

        from trailers.secrets.confirming import Confirmation
        from trailers.secrets.judging import judge

        detector = self._detectors[index]
        anchored = index in self._prefilter.anchored
        return partial(
            Confirmation,
            re.compile(detector.pattern.encode()),
            self._prefilter.widths[index],
            anchored=anchored,
            accepts=judge(detector),
            words=self._words(index) if self._words and not anchored else (),
        )

    def _told(self, path: str, data: bytes, judged: "list[Judged]") -> "list[Found]":
        from trailers.secrets.overlap import without_overlaps
        from trailers.secrets.position import positions

        kept = without_overlaps(judged, [detector.rule for detector in self._detectors])
        places = positions(data, (hit.start for hit, _ in kept))
        return [
            self._found(path, hit, self._detectors[index], place)
            for (hit, index), place in zip(kept, places, strict=True)
        ]

    def _found(self, path: str, hit: "Hit", detector: "Detector", place: tuple[int, int]) -> "Found":
        from trailers.secrets.found import Found

        return Found(
            detector.rule,
            detector.name,
            *place,
            hit.value.decode("utf-8", "surrogateescape"),
            detector.what,
            _severity(detector.rule, path),
        )


def _severity(rule: str, path: str) -> "Severity":
    if rule in _WARNINGS:
        return "warning"
    if rule not in _WARNINGS_IN_TESTS:
        return "error"
    from trailers.secrets.places import is_test_path

    return "warning" if is_test_path(path) else "error"
