"""What somebody probably meant, for the end of a message. Imported only where something is wrong."""

import difflib

from trailers.policy.description import POLICY
from trailers.policy.kinds import Kind, Listing, Table
from trailers.policy.mistakes import shown
from trailers.typed import Iterable, Iterator


def meant(word: str, known: Iterable[str]) -> str:
    """`; did you mean "x"?` where one of the known words is near, else all of them."""
    words = sorted(known)
    in_lower_case = {one.lower(): one for one in words}
    near = difflib.get_close_matches(word[:64].lower(), list(in_lower_case), n=1)
    if near:
        return f"; did you mean {shown(in_lower_case[near[0]])}?"
    return f"; known: {', '.join(words)}" if len(words) <= 20 else ""


def meant_key(name: str, table: Table) -> str:
    """As `meant`, for a key of a table; a key of that very name in another table comes first."""
    for place in _places(POLICY, ""):
        if place.rpartition(".")[2] == name:
            return f"; did you mean {place}?"
    return meant(name, [key.name for key in table.keys])


def _places(kind: Kind, above: str) -> Iterator[str]:
    """Every dotted key that the description knows."""
    if isinstance(kind, Table):
        for key in kind.keys:
            place = f"{above}.{key.name}" if above else key.name
            yield place
            yield from _places(key.kind, place)
    elif isinstance(kind, Listing):
        yield from _places(kind.item, above)
