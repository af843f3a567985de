"""The limits of the two plugins that measure entropy, and what can be above them."""

from trailers.secrets.compat.entropy import HEX_SET, base64_entropy, hex_entropy, least_distinct
from trailers.secrets.compat.plugins import BASE64, HEX
from trailers.typed import NamedTuple

_NEVER = 1 << 30  # characters: more than any alphabet has
RUN = r"[A-Za-z0-9+/\\\-_=]"


class Limits(NamedTuple):
    """The limit of each plugin, and how many different characters a string above it has at the least."""

    base64: float
    hex: float
    base64_needs: int
    hex_needs: int

    @property
    def shortest(self) -> int:
        """No shorter string is above a limit."""
        return max(1, min(self.base64_needs, self.hex_needs))

    def above(self, run: str) -> list[str]:
        """The plugins that find the run, when it stands in quotes."""
        distinct = len(set(run))
        plugins: list[str] = []
        if distinct >= self.base64_needs and base64_entropy(run) > self.base64:
            plugins.append(BASE64)
        if distinct >= self.hex_needs and not run.strip(HEX_SET) and hex_entropy(run) > self.hex:
            plugins.append(HEX)
        return plugins

    def may_be_above(self, run: str) -> bool:
        """Whether any part of the run, with a backslash behind it, could be above a limit."""
        distinct = len(set(run)) + 1
        if distinct >= self.base64_needs:
            return True
        return len(set(run).intersection(HEX_SET)) >= self.hex_needs


def limits_of(base64: float | None, hex_: float | None) -> Limits:
    """The limits, `None` where the plugin is off."""
    return Limits(
        0.0 if base64 is None else base64,
        0.0 if hex_ is None else hex_,
        _NEVER if base64 is None else least_distinct(base64),
        _NEVER if hex_ is None else least_distinct(hex_),
    )
