"""JSON with the comments and trailing commas that settings files may have, read with where everything stands.

RFC 8259, and JSONC as Visual Studio Code reads it: `//`, `/* */`, a comma before the closing bracket. A byte
order mark is white space. Linear in the text; nested at most `DEEPEST` times.
"""

import json

from trailers.errors import UsageError
from trailers.typed import NamedTuple

DEEPEST = 100
_SPACE = " \t\r\n\ufeff"
_ENDS = ",]}:/" + _SPACE


class Node(NamedTuple):
    """A value at `text[start:end]`.

    `value` is that of a scalar. An object (`{`) or an array (`[`) has `items`; those of an object have the
    key, and where its quote stands, `at`; in an array `at` is where the item starts. `trailing` is where a
    comma behind the last item stands, -1 where there is none.
    """

    kind: str
    start: int
    end: int
    value: object = None
    items: "tuple[Item, ...]" = ()
    trailing: int = -1

    def get(self, key: str) -> "Node | None":
        """The value of a key: the last one, as every reader takes it."""
        found = [item.node for item in self.items if item.key == key]
        return found[-1] if found else None

    def text(self, key: str) -> str:
        """The string at a key; '' where there is none."""
        node = self.get(key)
        return node.value if node is not None and isinstance(node.value, str) else ""


class Item(NamedTuple):
    """A member of an object, or an item of an array."""

    key: str
    at: int
    node: Node


def parse(text: str) -> Node:
    """The value that the text holds; UsageError where it is not JSON."""
    node, position = _value(text, skip(text, 0), 0)
    position = skip(text, position)
    if position != len(text):
        raise _not_json(text, position, "something stands behind the end")
    return node


def skip(text: str, position: int) -> int:
    """Where the next thing stands that is neither white space nor comment."""
    while position < len(text):
        if text[position] in _SPACE:
            position += 1
        elif text.startswith("//", position):
            end = text.find("\n", position)
            position = len(text) if end < 0 else end
        elif text.startswith("/*", position):
            end = text.find("*/", position + 2)
            if end < 0:
                raise _not_json(text, position, "a comment does not end")
            position = end + 2
        else:
            break
    return position


def _value(text: str, position: int, depth: int) -> tuple[Node, int]:
    if depth > DEEPEST:
        raise _not_json(text, position, "it is nested too deep")
    mark = text[position : position + 1]
    if mark in ("{", "["):
        return _container(text, position, depth)
    end = _string_end(text, position) if mark == '"' else position
    if mark != '"':
        while end < len(text) and text[end] not in _ENDS:
            end += 1
    return Node("scalar", position, end, _scalar(text, position, end)), end


def _scalar(text: str, start: int, end: int) -> object:
    try:
        return json.loads(text[start:end], parse_constant=_refuse)
    except (ValueError, RecursionError) as error:
        raise _not_json(text, start, "a value is expected") from error


def _refuse(constant: str) -> object:
    raise ValueError(constant)


def _string_end(text: str, start: int) -> int:
    position = start + 1
    while True:
        end = text.find('"', position)
        if end < 0:
            raise _not_json(text, start, "a string does not end")
        back = end
        while text[back - 1] == "\\" and back > position:
            back -= 1
        position = end + 1
        if (end - back) % 2 == 0:
            return position


def _container(text: str, start: int, depth: int) -> tuple[Node, int]:
    kind = text[start]
    closing = "}" if kind == "{" else "]"
    items: list[Item] = []
    trailing = -1
    position = skip(text, start + 1)
    while text[position : position + 1] != closing:
        if items and trailing < 0:
            raise _not_json(text, position, f"a comma or {closing} is expected")
        item = _item(text, position, kind, depth)
        items.append(item)
        position = skip(text, item.node.end)
        trailing = -1
        if text[position : position + 1] == ",":
            trailing = position
            position = skip(text, position + 1)
    return Node(kind, start, position + 1, None, tuple(items), trailing), position + 1


def _item(text: str, position: int, kind: str, depth: int) -> Item:
    if kind == "[":
        node, _ = _value(text, position, depth + 1)
        return Item("", position, node)
    if text[position : position + 1] != '"':
        raise _not_json(text, position, "a key is expected")
    end = _string_end(text, position)
    key = _scalar(text, position, end)
    colon = skip(text, end)
    if text[colon : colon + 1] != ":":
        raise _not_json(text, colon, "a colon is expected")
    node, _ = _value(text, skip(text, colon + 1), depth + 1)
    return Item(str(key), position, node)


def _not_json(text: str, position: int, why: str) -> UsageError:
    line = text.count("\n", 0, position) + 1
    column = position - text.rfind("\n", 0, position)
    return UsageError(f"not JSON: line {line}, column {column}: {why}", "mend it, and run this again")
