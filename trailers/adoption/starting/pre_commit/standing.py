"""Which of undersign's hooks stand in a configuration already, and of which version."""

import re

from trailers.adoption.starting.pre_commit.entries import HOOKS
from trailers.adoption.yaml.text.node import Node
from trailers.typed import NamedTuple

_IDS = frozenset(hook.id for hook in HOOKS)
_ENTRY = re.compile(r"-m hooks\.(\w+)")


class Standing(NamedTuple):
    """The ids of ours that are there, and the versions that their entries name."""

    ids: tuple[str, ...]
    versions: tuple[str, ...]


def standing_in(repos: tuple[Node, ...]) -> Standing:
    """A hook is ours by its id beside an `ai-disclosure`, or by its entry in a local repository."""
    ids: list[str] = []
    versions: list[str] = []
    for repo in repos:
        hooks = repo.items("hooks")
        ours = [hook for hook in hooks if _is_ours(repo, hook, hooks)]
        ids += [hook.text("id") for hook in ours]
        if ours and repo.text("rev"):
            versions.append(repo.text("rev").removeprefix("v"))
        for hook in ours:
            versions += [
                item.value.removeprefix("undersign==")
                for item in hook.items("additional_dependencies")
                if item.value.startswith("undersign==")
            ]
    return Standing(tuple(dict.fromkeys(ids)), tuple(dict.fromkeys(versions)))


def _is_ours(repo: Node, hook: Node, hooks: tuple[Node, ...]) -> bool:
    if hook.text("id") not in _IDS:
        return False
    if repo.text("repo") in ("local", "meta", "builtin"):
        return bool(_ENTRY.search(hook.text("entry")))
    return any(one.text("id").startswith("ai-disclosure") for one in hooks) or "undersign" in repo.text(
        "repo"
    )
