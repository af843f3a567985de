"""The CI files of a repository that run undersign, and the scripts that do so where CI may call them."""

import re

from trailers.adoption.diagnosis.ci import gitlab, other_systems
from trailers.adoption.diagnosis.ci.command import calls, mentions
from trailers.adoption.diagnosis.ci.github.registry import troubles_of
from trailers.adoption.diagnosis.ci.github.step import steps_in
from trailers.adoption.diagnosis.ci.trouble import Trouble
from trailers.adoption.facts.ci import Ci
from trailers.adoption.facts.tree import Tree
from trailers.adoption.yaml.value import NotYamlError, read_yaml
from trailers.policy.presence import PYPROJECT
from trailers.typed import Iterator, NamedTuple

_WORKFLOWS = frozenset(("github-actions", "forgejo-actions", "gitea-actions"))
_SCRIPTS = re.compile(
    r"(?:Makefile|GNUmakefile|[Jj]ustfile|Taskfile\.ya?ml|tox\.ini|noxfile\.py|package\.json|dodo\.py|tasks\.py)\Z"
    r"|(?:\.?ci|\.buildkite|scripts?|tools|bin|hack|\.github)/(?:[^/]+/)?[^/.]+(?:\.(?:sh|bash|py|ya?ml))?\Z"
)
_MOST = 200  # scripts that are looked into


class CiFile(NamedTuple):
    """A file that runs undersign, and what is wrong with how it does. `broken` says why it cannot be read."""

    system: str
    path: str
    troubles: tuple[Trouble, ...] = ()
    broken: str = ""
    line: int | None = None


class Running(NamedTuple):
    """`files` run undersign, `others` of CI do not. Where no file does, `scripts` do, which CI may call."""

    files: tuple[CiFile, ...]
    others: tuple[str, ...]
    scripts: tuple[str, ...]


def running_in(tree: Tree, systems: tuple[Ci, ...]) -> Running:
    """What the repository's CI files say."""
    files, others = [], []
    own = is_undersign(tree)
    for system in systems:
        for path in system.files:
            found = _look(system.name, path, tree, own_project=own)
            if found:
                files.append(found)
            else:
                others.append(path)
    if files:
        return Running(tuple(files), tuple(others), ())
    known = {path for system in systems for path in system.files}
    scripts = [path for path in tree.paths if _SCRIPTS.match(path) and path not in known][:_MOST]
    calling = tuple(path for path in scripts if calls(tree.read(path) or ""))
    return Running((), tuple(others), calling)


def is_undersign(tree: Tree) -> bool:
    """Whether the project is undersign itself."""
    return "trailers/version.py" in tree.paths and 'name = "undersign"' in (tree.read(PYPROJECT) or "")


def _look(system: str, path: str, tree: Tree, *, own_project: bool) -> CiFile | None:
    text = tree.read(path) or ""
    if not mentions(text) and not (own_project and "uses: ./" in text):
        return None
    try:
        troubles = _troubles(system, text, tree.default_branch, own_project=own_project)
    except NotYamlError as error:
        return CiFile(system, path, broken=error.why, line=error.line)
    return None if troubles is None else CiFile(system, path, tuple(troubles))


def _troubles(
    system: str, text: str, default_branch: str, *, own_project: bool
) -> Iterator[Trouble] | list[Trouble] | None:
    """None where the file does not run undersign after all."""
    if system in _WORKFLOWS:
        steps = list(steps_in(read_yaml(text), default_branch, own_project=own_project))
        return troubles_of(steps) if steps else None
    if system == "gitlab":
        root = read_yaml(text)
        return gitlab.troubles(root) if gitlab.runs(root) else None
    return list(other_systems.troubles(system, text))
