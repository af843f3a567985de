"""`requires`: which versions of undersign may read a policy."""

from trailers.typed import NamedTuple

Version = tuple[int, ...]

_RELATIONS = (">=", "<=", "==", ">", "<")  # the longer first


class Bound(NamedTuple):
    """One part of a requirement: `>=0.2`."""

    relation: str
    version: Version


def parse_requires(text: str) -> tuple[Bound, ...]:
    """The parts of a requirement that has description.REQUIRES' form."""
    return tuple(map(_bound, text.split(",")))


def is_met(bounds: tuple[Bound, ...], version: str) -> bool:
    """Whether a version is within all bounds. Missing numbers are zero: 0.2 is 0.2.0."""
    return all(_holds(bound, _numbers(version)) for bound in bounds)


def _bound(text: str) -> Bound:
    text = text.strip(" ")
    relation = next(one for one in _RELATIONS if text.startswith(one))
    return Bound(relation, _numbers(text[len(relation) :].strip(" ")))


def _holds(bound: Bound, version: Version) -> bool:
    length = max(len(bound.version), len(version))
    asked, here = (numbers + (0,) * (length - len(numbers)) for numbers in (bound.version, version))
    return {
        ">=": here >= asked,
        "<=": here <= asked,
        "==": here == asked,
        ">": here > asked,
        "<": here < asked,
    }[bound.relation]


def _numbers(version: str) -> Version:
    return tuple(int(number) for number in version.split("."))
