"""The shape that the assistants' hook settings share: `hooks`, an event, and a list of what runs then.

    {"hooks": {"PreToolUse": [{"matcher": "Bash", "hooks": [{"type": "command", "command": "…"}]}]}}
    {"version": 1, "hooks": {"beforeShellExecution": [{"command": "…"}]}}

Pure: a file's text in, the change out. What is there stays byte for byte; `uninstall` of what `install` made
gives the text from before.
"""

from trailers.errors import UsageError
from trailers.installing.change import Change, edited, made, removed, same
from trailers.installing.edit import Edit
from trailers.installing.jsonc import Node, parse
from trailers.installing.layout import (
    DEFAULT,
    Layout,
    Value,
    indentation,
    layout_of,
    line_indentation,
    render,
)
from trailers.installing.placing import put, take, was_made
from trailers.typed import NamedTuple

# What the commands of every release have in them, hence how ours are told from others.
OURS = ("undersign hook ", "-m hooks.assistant ")


class Place(NamedTuple):
    """Where an assistant reads its hooks.

    `grouped`: the event's items are groups with a `hooks` list of their own. `version`: the file has to say
    `"version": 1`.
    """

    event: str
    grouped: bool
    version: bool = False


def install(text: str | None, place: Place, entry: dict[str, Value]) -> Change:
    """The change that puts our entry in, in the place of an older form of it."""
    whole: dict[str, Value] = {"hooks": {place.event: [entry]}}
    if place.version:
        whole["version"] = 1
    if text is None:
        return made(render(whole, DEFAULT, "") + "\n")
    if _is_blank(text):
        return edited(text, [Edit(len(text), len(text), render(whole, DEFAULT, ""))])
    root, hooks, items = _containers(text, place)
    layout = layout_of(text, root)
    if items is not None:
        for item in items.items:
            if _ours(item.node, place):
                return _renewed(text, item.node, entry, layout)
        return edited(text, list(put(text, items, {"": entry}, layout)))
    if hooks is not None:
        return edited(text, list(put(text, hooks, {place.event: [entry]}, layout)))
    if root.get("version") is not None:
        whole.pop("version", None)
    return edited(text, list(put(text, root, whole, layout)))


def uninstall(text: str | None, place: Place) -> Change:
    """The change that takes our entries out, and what was made for them."""
    lines: tuple[str, ...] = ()
    now = text
    while now is not None and not _is_blank(now):
        step = _without_one(now, place)
        if step.after == now:
            break
        now, lines = step.after, lines + step.lines
    return Change(text, now, lines)


def _is_blank(text: str) -> bool:
    return not text.strip("\ufeff \t\r\n")


def _containers(text: str, place: Place) -> tuple[Node, Node | None, Node | None]:
    root = parse(text)
    hooks = root.get("hooks") if root.kind == "{" else None
    items = hooks.get(place.event) if hooks else None
    for node, kind, name in ((root, "{", "the settings"), (hooks, "{", "hooks"), (items, "[", place.event)):
        if node is not None and node.kind != kind:
            what = "an object" if kind == "{" else "a list"
            raise UsageError(f"{name} should be {what}", "mend it, and run this again")
    return root, hooks, items


def _is_ours(handler: Node) -> bool:
    commands = (handler.text(key) for key in ("command", "bash", "powershell"))
    return any(mark in command for command in commands for mark in OURS)


def _handlers(node: Node, place: Place) -> list[bool]:
    """For each command of an event's item: whether it is ours."""
    if not place.grouped:
        return [_is_ours(node)]
    inner = node.get("hooks") if node.kind == "{" else None
    return [_is_ours(item.node) for item in inner.items] if inner is not None else []


def _ours(node: Node, place: Place) -> bool:
    """Whether nothing but ours is in an event's item."""
    found = _handlers(node, place)
    return bool(found) and all(found)


def _renewed(text: str, node: Node, entry: dict[str, Value], layout: Layout) -> Change:
    standing = text[node.start : node.end]
    indent = indentation(text, node.start)
    if indent is None and "\n" in standing:
        indent = line_indentation(text, node.start)
    new = render(entry, layout, indent)
    return same(text) if new == standing else edited(text, [Edit(node.start, node.end, new)])


def _without_one(text: str, place: Place) -> Change:
    root, hooks, items = _containers(text, place)
    layout = layout_of(text, root)
    for number, item in enumerate(items.items if items is not None else ()):
        found = _handlers(item.node, place)
        if not any(found):
            continue
        inner = item.node.get("hooks")
        if not all(found) and inner is not None:
            return edited(text, list(take(text, inner, found.index(True), layout)))
        assert items is not None
        assert hooks is not None
        if not was_made(text, items):
            return edited(text, list(take(text, items, number, layout)))
        return _without_event(text, root, hooks, place)
    return same(text)


def _without_event(text: str, root: Node, hooks: Node, place: Place) -> Change:
    layout = layout_of(text, root)
    if not was_made(text, hooks):
        return edited(text, list(take(text, hooks, _number(hooks, place.event), layout)))
    first = _number(root, "hooks")
    following = root.items[first + 1 :]
    with_version = place.version and [item.key for item in following] == ["version"]
    count = 2 if with_version else 1
    if not was_made(text, root, count) or not _is_blank(text[: root.start]):
        return edited(text, list(take(text, root, first, layout, count)))
    if root.start == 0 and text[root.end :] == "\n":
        return removed(text, None)
    if text[root.end :]:
        return edited(text, list(take(text, root, first, layout, count)))
    return removed(text, text[: root.start])


def _number(container: Node, key: str) -> int:
    return max(number for number, item in enumerate(container.items) if item.key == key)
