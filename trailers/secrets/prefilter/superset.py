r"""A regular superset of any regular expression, as Hyperscan can compile it.

    superset(rb"(?<![0-9a-f])[0-9a-f]{32}(?![0-9a-f])")
    Superset(expression="(?:^|[^0-9a-f])[0-9a-f]{32}", width=32, start=32)

It comes from Python's own parse tree, so a custom detector gets its prefilter for free. The expression is for
bytes and without flags, and it reads the same in Hyperscan, PCRE and Python's `re`. See
https://intel.github.io/hyperscan/dev-reference/compilation.html for what Hyperscan takes.
"""

from importlib import import_module

from trailers.secrets.prefilter.superset_before import bytes_before
from trailers.secrets.prefilter.superset_classes import Meaning
from trailers.secrets.prefilter.superset_nodes import (
    ALL,
    Bytes,
    first_bytes,
    greatest_width,
    least_width,
    written,
)
from trailers.secrets.prefilter.superset_pieces import has_head, piece
from trailers.secrets.prefilter.superset_tree import Translation
from trailers.typed import NamedTuple


class Superset(NamedTuple):
    """What to look for, and how its matches lie in the pattern's.

    For every match of the pattern that is not empty, one of `expression` ends inside it, at least `width`
    bytes after its start. Where `start` is not 0, one ends exactly `start` bytes after it.
    """

    expression: str
    width: int
    start: int


def superset(pattern: str | bytes, flags: int = 0) -> Superset:
    """Derive the superset; a pattern over `str` is looked for in UTF-8.

    A pattern that tells nothing of its matches gives any byte. re.error for what Python cannot parse.
    """
    tree = import_module("re._parser").parse(pattern, flags)
    meaning = Meaning(isinstance(pattern, str), tree.state.flags)
    node, leads = piece(Translation().sequence(tree, meaning))
    width = least_width(node)
    if not width:
        return Superset(written(Bytes(ALL)), 1, 0)
    head = has_head(node)
    before = bytes_before(tree, meaning, first_bytes(node)) if leads and not head else ALL
    # In a row of its own bytes a pattern could start anywhere: one place in a width is enough to look around.
    fixed = leads and greatest_width(node) == width and (head or before != ALL)
    return Superset(_after(before) + written(node), width, width if fixed else 0)


def _after(before: int) -> str:
    if before == ALL:
        return ""
    return f"(?:^|{written(Bytes(before))})" if before else "^"
