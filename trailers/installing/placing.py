"""Put members into an object, or items into an array, and take them out so that nothing else has changed.

What is put in is found again by where it stands, and the text says how it came there. Into an empty
container it goes right behind the opening bracket; behind others it goes with a comma of its own, or, where
the last one has a comma already, it brings one. A container that was made here has white space behind its
bracket (`layout.render`), so that it leaves with what it was made for; one that was empty before stays.
"""

from trailers.installing.edit import Edit
from trailers.installing.jsonc import Node, skip
from trailers.installing.layout import Layout, Value, indentation, line_indentation, render
from trailers.typed import Iterator, Mapping


def put(text: str, container: Node, values: Mapping[str, Value], layout: Layout) -> Iterator[Edit]:
    """The edits that put the values behind the last item; in an array the one key is ''."""
    if not container.items:
        made = _made(values, layout, line_indentation(text, container.start), " ")
        yield Edit(container.start + 1, container.start + 1, made)
        return
    last = container.items[-1]
    indent = indentation(text, last.at)
    gap = " " if indent is None else layout.newline + indent
    made = _made(values, layout, indent, gap)
    if container.trailing >= 0:
        at = _behind(text, container.trailing + 1, indent)
        yield Edit(at, at, f"{gap}{made},")
        return
    at = _behind(text, last.node.end, indent)
    if at == last.node.end:
        yield Edit(at, at, f",{gap}{made}")
        return
    yield Edit(last.node.end, last.node.end, ",")
    yield Edit(at, at, gap + made)


def take(text: str, container: Node, first: int, layout: Layout, count: int = 1) -> Iterator[Edit]:
    """The edits that take out items, from the first one on, and their comma."""
    items = container.items
    end = items[first + count - 1].node.end
    if count == len(items) and container.trailing < 0:
        yield Edit(items[first].at, end, "")
        return
    start = _gap_before(text, items[first].at, layout)
    if first + count < len(items) or container.trailing >= 0:
        comma = skip(text, end)
    else:
        comma = skip(text, items[first - 1].node.end)
    yield Edit(start, end, "")
    yield Edit(comma, comma + 1, "")


def was_made(text: str, container: Node, count: int = 1) -> bool:
    """Whether the container, all of whose items are ours, was made for them and has nothing else in it."""
    if len(container.items) != count or container.trailing >= 0:
        return False
    inner = text[container.start + 1 : container.items[0].at]
    return inner.isspace() and not text[container.items[-1].node.end : container.end - 1].strip()


def _made(values: Mapping[str, Value], layout: Layout, indent: str | None, gap: str) -> str:
    parts = [
        (f"{render(key, layout, None)}: " if key else "") + render(value, layout, indent)
        for key, value in values.items()
    ]
    return f",{gap}".join(parts)


def _behind(text: str, position: int, indent: str | None) -> int:
    """Where the comments that follow on the same line end; the position itself where there is none.

    On one line with the others (`indent` is None) what comes next goes before the comments.
    """
    found = position
    while indent is not None:
        while text[position : position + 1] in (" ", "\t"):
            position += 1
        if text.startswith("//", position):
            end = text.find("\n", position)
            end = len(text) if end < 0 else end
            return end - 1 if text[end - 1] == "\r" else end
        end = text.find("*/", position + 2) + 2 if text.startswith("/*", position) else -1
        if end < 0 or "\n" in text[position:end]:
            break
        found = position = end
    return found


def _gap_before(text: str, position: int, layout: Layout) -> int:
    """Where the white space begins that `put` has written before an item."""
    start = position
    while text[start - 1] in " \t":
        start -= 1
    if text.endswith(layout.newline, 0, start):
        return start - len(layout.newline)
    return position - 1 if text[position - 1] == " " else position
