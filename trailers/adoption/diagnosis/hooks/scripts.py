"""Our hooks in scripts, in lefthook's configuration and in git's own. git-hook(1), husky, lefthook.dev."""

import re

from trailers.adoption.diagnosis.hook_folder import EVENTS, HookFolder
from trailers.adoption.diagnosis.hooks.entry import HookEntry, called_in, is_isolated
from trailers.adoption.facts.tree import Tree
from trailers.typed import Iterator, Mapping

_FOLDERS = {".husky": "husky", ".githooks": "a script", ".git-hooks": "a script"}
_LEFTHOOK = re.compile(r"\.?lefthook(-local)?\.(ya?ml|toml|json|jsonc)")
_COMMAND = re.compile(r"hook\.(.+)\.command", re.DOTALL)


def script_entries(tree: Tree, folder: HookFolder) -> Iterator[HookEntry]:
    """Lines of scripts that call our hooks: in the work tree's folders, and in the one that git looks in."""
    known = set()
    for path in tree.below(*_FOLDERS):
        event = path.rpartition("/")[2]
        if event in EVENTS and path.count("/") == 1:
            text = tree.read(path) or ""
            known.add(text)
            yield from _lines(text, path, _FOLDERS[path.partition("/")[0]], event)
    for event, hook in folder.hooks.items():
        if hook.text not in known:  # git may look in the folder of the work tree
            yield from _lines(hook.text, f".git/hooks/{event}", "a script", event)
    for path in tree.paths:
        if _LEFTHOOK.fullmatch(path):
            yield from _lefthook(tree.read(path) or "", path)


def configured_entries(config: Mapping[str, str]) -> Iterator[HookEntry]:
    """The hooks of git's configuration that call ours."""
    for key, command in config.items():
        found = _COMMAND.fullmatch(key)
        name = called_in(command) if found else ""
        if found and name:
            event = config.get(f"hook.{found[1]}.event", "")
            yield HookEntry(
                name, "git's configuration", (event,) if event else (), key, None, is_isolated(command)
            )


def _lines(text: str, path: str, manager: str, event: str) -> Iterator[HookEntry]:
    for number, line in enumerate(text.split("\n"), 1):
        name = "" if line.lstrip().startswith("#") else called_in(line)
        if name:
            yield HookEntry(name, manager, (event,), path, number, is_isolated(line))


def _lefthook(text: str, path: str) -> Iterator[HookEntry]:
    """Each call, under the event whose name begins a line above it."""
    event = ""
    for number, line in enumerate(text.split("\n"), 1):
        head = line.strip(' \t[]"{,').partition(":")[0].partition('"')[0].partition(".")[0].partition("]")[0]
        if head in EVENTS:
            event = head
        name = "" if line.lstrip().startswith(("#", "//")) else called_in(line)
        if name and event:
            yield HookEntry(name, "lefthook", (event,), path, number, is_isolated(line))
