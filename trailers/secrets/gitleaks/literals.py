"""The words that a match of an expression cannot do without, so that a text is searched only around them."""

from trailers.secrets.gitleaks.measure import flat, literal_at, width
from trailers.secrets.gitleaks.node import Node
from trailers.typed import Iterator, NamedTuple

_SHORTEST = 3
_MOST = 16


class Literals(NamedTuple):
    """Words in lower case of which one is in every match, at most `before` bytes behind its beginning."""

    words: tuple[bytes, ...]
    before: int


def literals_of(node: Node) -> Literals | None:
    """The best words: near the beginning, and long; None where there are none."""
    return min(_candidates(node, 0), key=_rank, default=None)


def _rank(found: Literals) -> tuple[bool, int]:
    shortest = min(map(len, found.words))
    return shortest < 5, found.before // 8 - shortest


def _candidates(node: Node, before: int) -> Iterator[Literals]:
    parts = flat(node)
    at = 0
    while at < len(parts):
        text = literal_at(parts, at)
        if len(text) >= _SHORTEST:
            yield Literals((text,), before)
        elif parts[at].kind == "one of":
            yield from _of_all([literals_of(part) for part in parts[at].parts], before)
        elif parts[at].kind == "repeat" and parts[at].least:
            yield from _of_all([literals_of(parts[at].parts[0])], before)
        step = len(text) or 1
        before += sum(width(part).most for part in parts[at : at + step])
        at += step


def _of_all(found: list[Literals | None], before: int) -> Iterator[Literals]:
    """The words of alternatives, where each has some."""
    known = [one for one in found if one is not None]
    words = tuple(dict.fromkeys(word for one in known for word in one.words))
    if len(known) == len(found) and len(words) <= _MOST:
        yield Literals(words, before + max(one.before for one in known))
