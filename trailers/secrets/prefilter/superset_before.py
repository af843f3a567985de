r"""What may stand before a match: the one look-around that is worth keeping.

`(?<![0-9A-Za-z])` and `\b` before a run of letters stop it from being found at each of its bytes.
"""

import re
from functools import reduce
from operator import or_

from trailers.secrets.prefilter.superset_classes import SINGLE, WORD, Meaning, Tree, characters
from trailers.secrets.prefilter.superset_nodes import ALL, mask_of
from trailers.typed import Iterable

_NEWLINE = mask_of(b"\n")
_LOOKS = frozenset(("ASSERT", "ASSERT_NOT"))


def bytes_before(tree: Iterable[Tree], meaning: Meaning, first: int) -> int:
    """Give the bytes that can stand before a match that begins with one of `first`, the text's start aside.

    No byte at all is the start of the text only. Over `str`, where lines are looked at one by one and words
    have letters beyond ASCII, it is any byte.
    """
    before = ALL
    if meaning.text or meaning.flags & re.LOCALE:
        return before
    for operator, argument in tree:
        name = str(operator)
        if name == "AT":
            before &= _at(str(argument), meaning, first)
        elif name in _LOOKS:
            before &= _look(name, argument, meaning)
        else:
            return before & _inside(name, argument, meaning, first)
    return before


def _inside(name: str, argument: Tree, meaning: Meaning, first: int) -> int:
    if name == "BRANCH":
        return reduce(or_, [bytes_before(tree, meaning, first) for tree in argument[1]])
    if name != "SUBPATTERN":
        return ALL
    _, added, removed, tree = argument
    return bytes_before(tree, Meaning(meaning.text, (meaning.flags | added) & ~removed), first)


def _at(place: str, meaning: Meaning, first: int) -> int:
    if place == "AT_BEGINNING_STRING":
        return 0
    if place == "AT_BEGINNING":
        return _NEWLINE if meaning.flags & re.MULTILINE else 0
    if place == "AT_BOUNDARY" and not first & ~WORD:
        return ALL & ~WORD
    return ALL


def _look(name: str, argument: Tree, meaning: Meaning) -> int:
    direction, tree = argument
    if direction != -1 or not tree or (name == "ASSERT_NOT" and len(tree) != 1):
        return ALL
    operator, inner = tree[-1]  # the last byte of a positive one must be there all the same
    if str(operator) not in SINGLE:
        return ALL
    mask = characters(str(operator), inner, meaning).mask
    return mask if name == "ASSERT" else ALL & ~mask
