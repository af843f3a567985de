"""The fenced code blocks of a page, and what their first lines ask for.

A fence is CommonMark's (https://spec.commonmark.org/0.31.2/#fenced-code-blocks), at any indentation, since
one may stand in a list. Its first line is a language and options: `sh exit=1`, `toml title="undersign.toml"`.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

_OPENING = re.compile(r"^( *)(`{3,}|~{3,}) *(.*?) *$")
_OPTION = re.compile(r' +([a-z_]+)(?:=(?:"([^"]*)"|([^" ]+)))?')


class Fence(NamedTuple):
    """A block: its language ("" for none), options ("" for one without a value), text, and 1-based line."""

    language: str
    options: dict[str, str]
    text: str
    line: int


class FenceError(ValueError):
    """A block that does not end, or a first line that cannot be understood."""


def fences(page: str) -> list[Fence]:
    """The blocks of a page, in order. Raises FenceError."""
    return list(_fences(page.split("\n")))


def without_options(page: str, known: frozenset[str] = frozenset({"title"})) -> str:
    """The page with only these options in the first lines: a site's builder may understand no others."""
    lines = page.split("\n")
    for fence in _fences(lines):
        head = _opening(lines[fence.line - 1])
        assert head is not None
        kept = [f'{name}="{value}"' for name, value in fence.options.items() if name in known]
        lines[fence.line - 1] = head[1] + head[2] + " ".join(filter(None, [fence.language, *kept]))
    return "\n".join(lines)


def without_fences(page: str) -> str:
    """The page's other text: each block's lines are empty."""
    lines = page.split("\n")
    for fence in _fences(lines):
        for place in range(fence.line - 1, fence.line + 1 + fence.text.count("\n")):
            lines[place] = ""
    return "\n".join(lines)


def _fences(lines: list[str]) -> Iterator[Fence]:
    place = 0
    while place < len(lines):
        head = _opening(lines[place])
        place += 1
        if head is None:
            continue
        first, held = place, []
        closing = re.compile(rf" *{re.escape(head[2][0])}{{{len(head[2])},}}[ \t]*")
        while place < len(lines) and not closing.fullmatch(lines[place]):
            held.append(_dedented(lines[place], len(head[1])) + "\n")
            place += 1
        if place == len(lines):
            raise FenceError(f"line {first}: the block does not end")
        place += 1
        language, options = _asked(head[3], first)
        yield Fence(language, options, "".join(held), first)


def _opening(line: str) -> re.Match[str] | None:
    found = _OPENING.match(line)
    # With a backtick behind it, it is code inside a line.
    return found if found and not (found[2][0] == "`" and "`" in found[3]) else None


def _dedented(line: str, most: int) -> str:
    return line[min(most, len(line) - len(line.lstrip(" "))) :]


def _asked(info: str, line: int) -> tuple[str, dict[str, str]]:
    language, blank, rest = info.partition(" ")
    options: dict[str, str] = {}
    place, text = 0, blank + rest
    while place < len(text):
        found = _OPTION.match(text, place)
        if found is None or found[1] in options:
            raise FenceError(f"line {line}: what does {text[place:].strip()!r} ask for?")
        options[found[1]] = found[2] or found[3] or ""
        place = found.end()
    return language, options
