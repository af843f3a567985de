"""Whether a mapping that was added to has kept all that it had."""

from trailers.adoption.yaml.text.node import Node
from trailers.typed import Container

Shape = tuple[object, ...]


def shape(node: Node) -> Shape:
    """What a node is: its kind, value, form and children, without the places. Aliases stay aliases."""
    return (node.kind, node.value, node.form, tuple(map(shape, node.children)))


def keeps(before: Node, after: Node, grown: Container[str]) -> bool:
    """Whether `after` has all pairs of `before`, in order; lists at `grown` may have more at their end."""
    if before.kind != after.kind or before.form != after.form:
        return False
    keys = {key.value for key, _ in before.pairs}
    later = [(key, value) for key, value in after.pairs if key.value in keys]
    return len(before.pairs) == len(later) and all(
        shape(key) == shape(new) and _same(value, new_value, may_grow=key.value in grown)
        for (key, value), (new, new_value) in zip(before.pairs, later, strict=True)
    )


def _same(before: Node, after: Node, *, may_grow: bool) -> bool:
    if not may_grow or shape(before) == shape(after):
        return shape(before) == shape(after)
    count = len(before.children)
    # An empty list is written anew.
    alike = after.form == before.form if count else before.form[:2] == after.form[:2]
    children = tuple(map(shape, after.children[:count])) == tuple(map(shape, before.children))
    return after.kind == "sequence" and alike and children
