"""A detector: one row of the pack, from which its prefilter is derived."""

from trailers.typed import NamedTuple


class Detector(NamedTuple):
    """How one kind of secret looks.

    `pattern` is a regular expression of Python's `re` over bytes, in ASCII, whose matches have a bounded
    length; the group `secret` is the secret's own value, the whole match where there is no such group.
    `check` names the function of `checks` that a match has to pass, and `entropy` is the least Shannon
    entropy of the value in bits a character (0: any). `sieve` names the function of `sieves` that a place has
    to pass before the pattern is even compiled.
    """

    name: str
    rule: str
    what: str
    pattern: str
    check: str = ""
    entropy: float = 0.0
    sieve: str = ""
