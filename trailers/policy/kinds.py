"""The kinds of value that a policy's keys hold.

A regular expression in `form` is matched by all of the text, and runs in linear time: no repetition
stands in another that could match the same.
"""

from trailers.typed import TYPE_CHECKING, NamedTuple

if not TYPE_CHECKING:
    Kind = object  # the first quoted annotation of a process costs 2 ms: typing compiles it


class Text(NamedTuple):
    """A string; `says` names it in messages."""

    says: str = "a string"
    form: str = ""
    longest: int = 256


class Flag(NamedTuple):
    """True or false."""


class Whole(NamedTuple):
    """A whole number within limits, both included."""

    least: int
    most: int


class Choice(NamedTuple):
    """One of some strings."""

    values: tuple[str, ...]


class Day(NamedTuple):
    """A date without a time: 2027-01-31, with or without quotes."""


class Listing(NamedTuple):
    """An array whose items are of one kind."""

    item: Kind
    least: int = 0
    unique: bool = False


class Pairs(NamedTuple):
    """A table whose keys are not known beforehand."""

    key: Text
    value: Kind


class Key(NamedTuple):
    """A key of a table: its name, what it holds, what it means.

    `default` is the value where the key is missing; None says that there is none.
    """

    name: str
    kind: Kind
    help: str
    default: object = None
    required: bool = False


class Table(NamedTuple):
    """A table with known keys, and no others."""

    keys: tuple[Key, ...]


class Either(NamedTuple):
    """A short form, or a table or number that says more."""

    short: Text
    long: Table | Whole


Kind = Text | Flag | Whole | Choice | Day | Listing | Pairs | Either | Table
