"""Which CI systems a repository uses, by the files that they read."""

import re

from trailers.adoption.facts.tree import Tree
from trailers.typed import NamedTuple

# By the names of the recipes in docs/how-to/ci where there is one.
_FILES = {
    "github-actions": r"\.github/workflows/[^/]+\.ya?ml",
    "gitlab": r"\.gitlab-ci\.yml",
    "forgejo-actions": r"\.forgejo/workflows/[^/]+\.ya?ml",
    "gitea-actions": r"\.gitea/workflows/[^/]+\.ya?ml",
    "azure-pipelines": r"\.?azure-pipelines([-./][^/]*)*\.ya?ml",
    "bitbucket": r"bitbucket-pipelines\.yml",
    "buildkite": r"\.buildkite/.*\.(ya?ml|json|sh)",
    "circleci": r"\.circleci/config\.yml|circle\.yml",
    "jenkins": r"(.*/)?Jenkinsfile",
    "travis": r"\.travis\.yml",
    "drone": r"\.drone\.(yml|star|jsonnet)",
    "woodpecker": r"\.woodpecker(\.yml|/.*\.ya?ml)",
    "cirrus": r"\.cirrus\.(yml|star)",
    "appveyor": r"\.?appveyor\.yml",
    "teamcity": r"\.teamcity/.*\.kts",
    "tekton": r"\.tekton/.*\.ya?ml",
    "sourcehut": r"\.build\.yml|\.builds/[^/]+\.yml",
}
_PATTERNS = {name: re.compile(rf"(?:{pattern})\Z") for name, pattern in _FILES.items()}


class Ci(NamedTuple):
    """A CI system and the files of it."""

    name: str
    files: tuple[str, ...]


def cis_of(tree: Tree) -> tuple[Ci, ...]:
    """Each CI system that has files here."""
    found = ((name, tuple(filter(pattern.match, tree.paths))) for name, pattern in _PATTERNS.items())
    return tuple(Ci(name, files) for name, files in found if files)
