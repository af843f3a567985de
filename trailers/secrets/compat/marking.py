"""Marks the lines on which plugins could find something; nothing of detect-secrets is needed for it."""

from trailers.secrets.compat.folding import folded
from trailers.secrets.compat.gate import Gate
from trailers.secrets.compat.limits import RUN, Limits
from trailers.secrets.compat.name_gates import compared, name_gates
from trailers.secrets.compat.plugins import BASE64, HEX, KEYWORD
from trailers.secrets.compat.spans import Spans
from trailers.secrets.compat.token_gates import PRIVATE_KEYS, TOKEN_GATES
from trailers.typed import TYPE_CHECKING, Mapping, Sequence

if TYPE_CHECKING:
    from re import Pattern

_KEYWORD_ALONE = "k"


class Marker:
    """Marks lines for the plugins of `bits` (a bit each, by name), in files of one kind.

    `custom` are gates of plugins that are not detect-secrets' own; `everywhere` are the bits of those that
    have no gate, for which every line has to be judged.
    """

    def __init__(
        self, bits: Mapping[str, int], limits: Limits, custom: Sequence[Gate] = (), *, kind: str, across: bool
    ) -> None:
        gates = (*TOKEN_GATES, *PRIVATE_KEYS, *name_gates(kind, across=across), *custom)
        self._gates = [(gate, mask) for gate in gates if (mask := _mask(bits, gate.plugins))]
        self._keyword = bits.get(KEYWORD, 0)
        self._entropic = _mask(bits, (BASE64, HEX))
        self._bits = bits
        self._limits = limits
        self._compared = compared(across=across)
        self._compiled: dict[str, Pattern[str]] = {}

    def marks(self, text: str, spans: Spans) -> dict[int, int]:
        """The lines to judge: where each begins, and the bits of the plugins to judge it."""
        lower = folded(text)
        marks: dict[int, int] = {}
        for gate, mask in self._gates:
            where = lower if gate.folded else text
            if not gate.needle or gate.needle in where:
                self._mark(marks, where, (gate, mask), spans)
        for quote in "\"'`":
            if quote in text:
                self._mark_quoted(marks, text, quote, spans)
        return marks

    def _mark(self, marks: dict[int, int], text: str, chosen: tuple[Gate, int], spans: Spans) -> None:
        gate, mask = chosen
        for match in self._pattern(gate.pattern).finditer(text):
            bits = mask
            if gate.optional:
                if not match.lastgroup:
                    continue
                bits = self._keyword if match.lastgroup == _KEYWORD_ALONE else mask
            if bits:
                start = spans.start_of(match.start())
                marks[start] = marks.get(start, 0) | bits

    def _mark_quoted(self, marks: dict[int, int], text: str, quote: str, spans: Spans) -> None:
        """Mark strings that look random, and values that are compared with a secret's name."""
        ways = []
        if self._keyword:
            ways.append(f"(?P<name>{self._compared})")
        if self._entropic and quote != "`":
            ways.append(f"(?P<run>{RUN}{{{self._limits.shortest},}}+){quote}")
        if not ways:
            return
        for match in self._pattern(f"{quote}(?={'|'.join(ways)})").finditer(text):
            if match.lastgroup == "name":
                bits = self._keyword | self._entropic
            else:
                bits = _mask(self._bits, self._limits.above(match["run"]))
            if bits:
                start = spans.start_of(match.start())
                marks[start] = marks.get(start, 0) | bits

    def _pattern(self, pattern: str) -> "Pattern[str]":
        compiled = self._compiled.get(pattern)
        if compiled is None:
            import re

            compiled = self._compiled[pattern] = re.compile(pattern)
        return compiled


def _mask(bits: Mapping[str, int], plugins: Sequence[str]) -> int:
    mask = 0
    for plugin in plugins:
        mask |= bits.get(plugin, 0)
    return mask
