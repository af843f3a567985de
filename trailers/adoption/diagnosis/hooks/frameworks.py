"""Our hooks in the configuration of pre-commit and prek. pre-commit.com, prek.j178.dev."""

import re

from trailers.adoption.diagnosis.hooks.entry import STAGES, HookEntry, called_in, is_isolated
from trailers.adoption.facts.hook_manager import PRE_COMMIT
from trailers.adoption.facts.tree import Tree
from trailers.adoption.yaml.value import NOTHING, NotYamlError, Yaml, read_yaml
from trailers.typed import Iterator, NamedTuple

_FILES = {PRE_COMMIT: "pre-commit", ".pre-commit-config.yml": "prek", "prek.toml": "prek"}
_PINNED = re.compile(r"undersign(?:\[[\w,]*\])?\s*==\s*([0-9][\w.]*)")
# pre-commit's older names, which it still reads.
_RENAMED = {"commit": "pre-commit", "push": "pre-push", "merge-commit": "pre-merge-commit"}
_ALL = ("pre-commit", "pre-merge-commit", "prepare-commit-msg", "commit-msg", "pre-push")


class Framework(NamedTuple):
    """A configuration: our entries in it, and what `install` puts in where no type is named."""

    path: str
    manager: str
    entries: tuple[HookEntry, ...] = ()
    installs: tuple[str, ...] = ("pre-commit",)
    broken: str = ""
    line: int | None = None


def frameworks_in(tree: Tree) -> Iterator[Framework]:
    """Each configuration that is there; one that cannot be read says why."""
    for path, manager in _FILES.items():
        text = tree.read(path) if path in tree.paths else None
        if text is None:
            continue
        try:
            root = _toml(text) if path.endswith(".toml") else read_yaml(text)
        except NotYamlError as error:
            yield Framework(path, manager, broken=error.why, line=error.line)
            continue
        installs = _stages(root.get("default_install_hook_types")) or ("pre-commit",)
        yield Framework(path, manager, tuple(_entries(root, path, manager)), installs)


def _entries(root: Yaml, path: str, manager: str) -> Iterator[HookEntry]:
    for repo in root.get("repos").items:
        hooks = repo.get("hooks").items
        url, rev = repo.get("repo").text, repo.get("rev").text
        local = url == "local"
        names = {hook.get("id").text for hook in hooks}
        # Others have hooks called secrets and codeowners too.
        ours = not local and ("undersign" in url or any(name.startswith("ai-disclosure") for name in names))
        for hook in hooks:
            command = " ".join((hook.get("entry").text, *hook.get("args").texts))
            name = called_in(command) if hook.has("entry") else hook.get("id").text if ours else ""
            if name not in STAGES or (not local and not ours):
                continue
            pinned = _PINNED.search(" ".join(hook.get("additional_dependencies").texts))
            files = hook.get("files").text or root.get("files").text
            yield HookEntry(
                name,
                manager,
                _stages(hook.get("stages")) or (STAGES[name] if ours else _default(root)),
                path,
                hook.line or None,
                is_isolated(command) if hook.has("entry") else None,
                pinned[1] if pinned else rev.removeprefix("v") if ours else "",
                rev if ours else "",
                files,
            )


def _default(root: Yaml) -> tuple[str, ...]:
    return _stages(root.get("default_stages")) or _ALL


def _stages(node: Yaml) -> tuple[str, ...]:
    return tuple(_RENAMED.get(text, text) for text in node.texts)


def _toml(text: str) -> Yaml:
    """TOML in the same form, without lines."""
    import tomllib

    try:
        return _from(tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        raise NotYamlError("not TOML") from error
    except RecursionError as error:
        raise NotYamlError("nested too deep") from error


def _from(value: object) -> Yaml:
    if isinstance(value, dict):
        return Yaml("{", entries=tuple((key, _from(held)) for key, held in value.items()))
    if isinstance(value, list):
        return Yaml("[", items=tuple(map(_from, value)))
    return NOTHING._replace(text=str(value))
