"""How rare bytes are in source code: what a literal or a run costs where it is looked for in vain."""

from functools import lru_cache
from math import log2

from trailers.secrets.prefilter.members import listed

# -log2 of each byte's share in the source trees of rails, django, hugo, vue, caddy, express and flask; all
# that is seldom or not ASCII counts as 11.
_OTHERS = 11
_FROM_SPACE = bytes.fromhex(
    "030b06080c090b0907070a0b070706070808080a0a0a0a0a0a0a070a0907090b"
    "0a080a090908090a0a090c0b09090909090c0908080a0a0b0d0b0d090a090e06"
    "08050706050406060605090805060505060905040406070808070a080a080d"
)


def bits(byte: int) -> float:
    """How much it tells that a byte is this one."""
    if byte == 10:
        return 5
    return _FROM_SPACE[byte - 32] if 32 <= byte < 127 else _OTHERS


def share(bits_of_each: list[float]) -> float:
    """The bits of a choice: any one of several things with these bits each."""
    return -log2(sum(2.0**-some for some in bits_of_each)) if bits_of_each else 0.0


@lru_cache(maxsize=4096)
def bits_of(members: int) -> float:
    """How much it tells that a byte is in this set."""
    return max(0.0, share([bits(byte) for byte in listed(members)]))
