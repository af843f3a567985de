"""What a prefilter gives to the scanner, whichever engine it has."""

from trailers.typed import Container, Protocol, Sequence


class Prefilter(Protocol):
    """Finds the places that the exact patterns have to look at.

    `widths` are the greatest lengths of the detectors' matches in bytes, by detector (0: no bound), as in
    the gate table. `anchored` are the detectors whose offsets are exactly the possible starts of a match:
    for them the scanner asks `regex.match(data, offset)` and looks nowhere else. An engine that does not
    know starts gives `frozenset()`.
    """

    @property
    def widths(self) -> Sequence[int]:
        """The greatest length of a match, by detector."""
        ...

    @property
    def anchored(self) -> Container[int]:
        """The detectors whose offsets are starts of matches."""
        ...

    def candidates(self, data: bytes) -> list[tuple[int, int]]:
        """Give (index of the detector, offset) in order of offset.

        For every match of every detector's pattern, at any start, there is a pair with
        match_start <= offset <= match_end, and offset == match_start for the anchored ones. There may be
        more pairs than matches, and the same pair twice.
        """
        ...
