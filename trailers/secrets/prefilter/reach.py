"""How far around a place a match of a pattern can reach."""

from re import _parser as parser  # type: ignore[attr-defined]

from trailers.secrets.prefilter.pieces import Parsed

# What `$`, `\b` and the like look at beyond the match.
_ANCHORS = 2


def width(expression: Parsed, *, text: bool) -> int:
    """The greatest length of a match in bytes and of all that its look-arounds see; 0: no bound."""
    total = _greatest(expression.tree) + _looks(expression.tree)
    if total >= parser.MAXREPEAT:
        return 0
    return total * (4 if text else 1) + _ANCHORS


def _greatest(nodes: parser.SubPattern) -> int:
    return int(min(nodes.getwidth()[1], parser.MAXREPEAT))


def _looks(nodes: object) -> int:
    """The widths of all look-arounds, wherever they stand, together."""
    if isinstance(nodes, parser.SubPattern):
        return sum(map(_looks, nodes))
    if not isinstance(nodes, tuple | list):
        return 0
    if len(nodes) == 2 and str(nodes[0]) in ("ASSERT", "ASSERT_NOT"):
        _, inner = nodes[1]
        return _greatest(inner) + _looks(inner)
    return sum(map(_looks, nodes))
