"""Where in `repos` an entry goes, and how it is indented there."""

import re

from trailers.adoption.starting.pre_commit.entries import Hooks, Style, repository_entry
from trailers.adoption.yaml.text.lines import after_line, inserted, newline_of
from trailers.adoption.yaml.text.node import Document, Node
from trailers.errors import UsageError
from trailers.installing.edit import Edit


def repos_edit(text: str, document: Document, top: Node, hooks: Hooks) -> Edit:
    """The edit that puts the entry behind the last one, in the style of the first."""
    repos = top.get("repos")
    style = Style(top.place.column + 2)
    if repos is None:
        lines = f"{' ' * top.place.column}repos:\n{repository_entry(hooks, style)}"
        return inserted(text, _below(text, document, top, document.end), lines)
    if repos.kind == "sequence" and repos.flow and not text[repos.place.opened : repos.place.closed].strip():
        entry = repository_entry(hooks, style).removesuffix("\n")
        return Edit(repos.place.start, repos.place.end, f"\n{entry}".replace("\n", newline_of(text)))
    if repos.kind != "sequence" or repos.flow:
        raise by_hand(repos, "repos is no list of lines with dashes", hooks)
    place = _below(text, document, repos, _next_key(top, repos, document))
    gap = "\n" if _spaced(text, repos) and not _after_blank(text, place) else ""
    return inserted(text, place, gap + repository_entry(hooks, _style_of(text, repos)))


def by_hand(node: Node, why: str, hooks: Hooks) -> UsageError:
    """The error that says where the file is not understood, and what belongs there."""
    return UsageError(
        f"line {node.place.line}: {why}", f"put this there by hand:\n{repository_entry(hooks, Style())}"
    )


def _below(text: str, document: Document, node: Node, limit: int) -> int:
    """Below a node and the comments behind it; at the end of the document, below all of them."""
    return limit if limit == document.end else after_line(text, node.place.end, limit)


def _next_key(top: Node, value: Node, document: Document) -> int:
    """The line of the first key below the value, or the end of the document."""
    later = [
        key.place.start - key.place.column for key, _ in top.pairs if key.place.start > value.place.start
    ]
    return min(later, default=document.end)


def _spaced(text: str, repos: Node) -> bool:
    """Whether an empty line stands above the last entry."""
    last = repos.children[-1]
    return len(repos.children) > 1 and _after_blank(text, text.rfind("\n", 0, last.place.start) + 1)


def _after_blank(text: str, place: int) -> bool:
    return text.endswith(("\n\n", "\n\r\n"), 0, place)


def _style_of(text: str, repos: Node) -> Style:
    column, first = repos.place.column, repos.children[0]
    beginning = text.rfind("\n", 0, first.place.start) + 1
    plain = re.fullmatch(r"\ufeff? *- +", text[beginning : first.place.start])
    if not plain or first.kind != "mapping" or first.flow:
        return Style(column)
    inside = first.get("hooks")
    if inside is None or inside.kind != "sequence" or inside.flow:
        return Style(column, first.place.column - column)
    return Style(column, first.place.column - column, inside.place.column - first.place.column)
