"""What rules git's hooks in a repository: a framework's configuration, or a folder of scripts."""

import json

from trailers.adoption.facts.tree import Tree
from trailers.typed import NamedTuple

PRE_COMMIT = ".pre-commit-config.yaml"  # the only name that pre-commit reads by itself
# https://prek.j178.dev, https://typicode.github.io/husky, https://lefthook.dev/configuration,
# https://github.com/toplenboren/simple-git-hooks, https://github.com/sds/overcommit
_LEFTHOOK = tuple(
    f"{dot}lefthook{local}.{ending}"
    for dot in ("", ".")
    for local in ("", "-local")
    for ending in ("yml", "yaml", "toml", "json", "jsonc")
)
_FILES = {
    "pre-commit": (PRE_COMMIT,),
    "prek": ("prek.toml", ".pre-commit-config.yml"),
    "husky": (".husky", ".huskyrc", ".huskyrc.json", ".huskyrc.js", "husky.config.js"),
    "lefthook": _LEFTHOOK,
    "simple-git-hooks": tuple(
        f"{dot}simple-git-hooks.{ending}"
        for dot in ("", ".")
        for ending in ("js", "cjs", "mjs", "json", "ts")
    ),
    "overcommit": (".overcommit.yml",),
    "captainhook": ("captainhook.json",),
    "hk": ("hk.pkl",),
    "a folder of scripts": (".githooks", ".git-hooks"),
}
_IN_PACKAGE = {
    "husky": "husky",
    "simple-git-hooks": "simple-git-hooks",
    "gitHooks": "yorkie",
    "pre-commit": "npm's pre-commit",
}


class HookManager(NamedTuple):
    """What rules the hooks, and the files or settings that say so."""

    name: str
    files: tuple[str, ...]


def hook_managers_of(tree: Tree) -> tuple[HookManager, ...]:
    """All that are found; `core.hooksPath` is one where it is set, by its own name."""
    found: dict[str, list[str]] = {
        name: list(tree.below(*files)) for name, files in _FILES.items() if any(tree.below(*files))
    }
    for key in package_keys(tree):
        if key in _IN_PACKAGE:
            found.setdefault(_IN_PACKAGE[key], []).append("package.json")
    if tree.hooks_path:
        found["core.hooksPath"] = [tree.hooks_path]
    return tuple(HookManager(name, tuple(files)) for name, files in found.items())


def package_keys(tree: Tree) -> frozenset[str]:
    """The keys of the package.json at the top, at its top level; none where it cannot be read."""
    text = tree.read("package.json") if "package.json" in tree.paths else None
    try:
        package = json.loads(text or "{}")
    except (ValueError, RecursionError):
        return frozenset()
    return frozenset(package) if isinstance(package, dict) else frozenset()
