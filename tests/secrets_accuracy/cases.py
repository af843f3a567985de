"""A case: one small file that holds a secret, or something that only looks like one."""

from collections.abc import Callable
from typing import NamedTuple

from tests.secrets_accuracy.drawing import Draw


class Carrier(NamedTuple):
    """How a value stands in a file. `{NAME}` and `{name}` are the variable's, `{value}` the value."""

    path: str
    text: str


class Kind(NamedTuple):
    """One kind of token: the variable that usually holds it, its format, and who documents that."""

    name: str
    variable: str
    source: str
    make: Callable[[Draw], str]
    carriers: tuple[Carrier, ...] = ()


class Case(NamedTuple):
    """A file to scan. A secret spans `first` to `last`, lines from 1; (0, 0) where there is none."""

    path: str
    text: str
    kind: str
    first: int = 0
    last: int = 0


def secret_case(kind: Kind, carrier: Carrier, draw: Draw, number: int) -> Case:
    """The file in which a fresh token of this kind stands."""
    value = kind.make(draw)
    path, text = (part.replace("{n}", str(number)) for part in (carrier.path, carrier.text))
    before, _, after = named(text, kind.variable).partition("{value}")
    first = before.count("\n") + 1
    return Case(path, before + value + after, kind.name, first, first + value.rstrip("\n").count("\n"))


def named(text: str, variable: str) -> str:
    """The carrier's text with the variable's name in the cases that languages want."""
    lower = variable.lower()
    head, *tail = lower.split("_")
    camel = head + "".join(word.capitalize() for word in tail)
    return text.replace("{NAME}", variable).replace("{name}", lower).replace("{camel}", camel)
