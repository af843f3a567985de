"""Which assistants work on a repository, by the files that tell them how."""

from trailers.adoption.facts.tree import Tree
from trailers.installing import agents_md
from trailers.installing.tools.registry import TOOLS
from trailers.typed import NamedTuple


class Assistant(NamedTuple):
    """An assistant's files; `name` is its option of `undersign install`."""

    name: str
    files: tuple[str, ...]


def assistants_of(tree: Tree) -> tuple[Assistant, ...]:
    """Each that shows; `agents-md` for AGENTS.md, which several read."""
    signs = {tool.name: tool.signs for tool in TOOLS.values()} | {"agents-md": (agents_md.FILE,)}
    found = ((name, tuple(sign for sign in places if tree.has(sign))) for name, places in signs.items())
    return tuple(Assistant(name, files) for name, files in found if files)
