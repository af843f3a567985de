"""How a settings file is laid out, so that what is added looks like the rest."""

import json

from trailers.installing.jsonc import Node
from trailers.typed import Mapping, NamedTuple

Value = str | int | list["Value"] | dict[str, "Value"]


class Layout(NamedTuple):
    """How lines end, and one step of indentation."""

    newline: str = "\n"
    step: str = "  "


DEFAULT = Layout()


def layout_of(text: str, root: Node) -> Layout:
    """The text's own layout: its first line's end, and how far the first member stands in."""
    first = text.find("\n")
    newline = "\r\n" if first > 0 and text[first - 1] == "\r" else "\n"
    step = indentation(text, root.items[0].at) if root.items else None
    return Layout(newline, step or DEFAULT.step)


def indentation(text: str, position: int) -> str | None:
    """The white space before a thing that begins its line; None where something else stands before it."""
    begins = text.rfind("\n", 0, position) + 1
    before = text[begins:position]
    return before if begins and not before.strip(" \t") else None


def line_indentation(text: str, position: int) -> str | None:
    """The indentation of the line that the position is in; None where the text has one line only."""
    if "\n" not in text:
        return None
    begins = text.rfind("\n", 0, position) + 1
    end = begins
    while text[end : end + 1] in (" ", "\t"):
        end += 1
    return text[begins:end]


def render(value: Value, layout: Layout, indent: str | None) -> str:
    """The value as text: over several lines, its first one standing `indent` in; on one line where None.

    A container with something in it never has its first item right behind the bracket: that is how what was
    made here is told from what was empty before (`placing`).
    """
    if isinstance(value, Mapping):
        parts = [
            f"{json.dumps(key)}: {render(item, layout, _in(layout, indent))}" for key, item in value.items()
        ]
        return _bracketed("{}", parts, layout, indent)
    if isinstance(value, list):
        return _bracketed("[]", [render(item, layout, _in(layout, indent)) for item in value], layout, indent)
    return json.dumps(value, ensure_ascii=False)


def _in(layout: Layout, indent: str | None) -> str | None:
    return None if indent is None else indent + layout.step


def _bracketed(brackets: str, parts: list[str], layout: Layout, indent: str | None) -> str:
    if indent is None:
        return f"{brackets[0]} {', '.join(parts)} {brackets[1]}"
    between = f"{layout.newline}{indent}{layout.step}"
    return f"{brackets[0]}{between}{f',{between}'.join(parts)}{layout.newline}{indent}{brackets[1]}"
