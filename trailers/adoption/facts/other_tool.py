"""Other tools that do a part of undersign's work here: what they judge, and by which files they are known."""

import re

from trailers.adoption.facts.ci import cis_of
from trailers.adoption.facts.hook_manager import PRE_COMMIT, package_keys
from trailers.adoption.facts.tree import Tree
from trailers.typed import Literal, NamedTuple

Work = Literal["messages", "sign-off", "secrets", "owners"]


class OtherTool(NamedTuple):
    """A tool: its name, what it judges, and the files that show it."""

    name: str
    work: Work
    files: tuple[str, ...]


class _Sign(NamedTuple):
    """`files` are its own, `called` stands in a hook's or a CI's configuration, `key` in package.json."""

    work: Work
    files: str
    called: str
    key: str = ""


_SIGNS = {
    "commitlint": _Sign(
        "messages", r"commitlint\.config\.[cm]?[jt]s|\.commitlintrc(\.\w+)?", r"\bcommitlint\b", "commitlint"
    ),
    "gitlint": _Sign("messages", r"\.gitlint", r"\bgitlint\b"),
    "commitizen": _Sign("messages", r"\.?cz\.(toml|json|yaml)", r"commitizen-tools/commitizen"),
    "DCO": _Sign("sign-off", r"\.github/dco\.ya?ml", r"\bdco-check\b|/dco\b|\bdco-action\b"),
    "detect-secrets": _Sign("secrets", r"\.secrets\.baseline", r"\bdetect-secrets\b"),
    "gitleaks": _Sign("secrets", r"\.?gitleaks\.toml|\.gitleaksignore", r"\bgitleaks\b"),
    "trufflehog": _Sign("secrets", r"\.trufflehogignore", r"\btrufflehog\b"),
    "codeowners-validator": _Sign("owners", r"(?!)", r"\bcodeowners-validator\b"),
}


def other_tools_of(tree: Tree) -> tuple[OtherTool, ...]:
    """All that are found."""
    settings = _settings(tree)
    keys = package_keys(tree)
    found = []
    for name, sign in _SIGNS.items():
        own = [path for path in tree.paths if re.fullmatch(sign.files, path)]
        calling = [path for path, text in settings if re.search(sign.called, text, re.IGNORECASE)]
        if sign.key in keys:
            calling.append("package.json")
        if files := tuple(dict.fromkeys(own + calling)):
            found.append(OtherTool(name, sign.work, files))
    return tuple(found)


def _settings(tree: Tree) -> list[tuple[str, str]]:
    """The files in which hooks and CI jobs are configured, with their texts less the comments."""
    paths = [PRE_COMMIT, *(path for ci in cis_of(tree) for path in ci.files), *tree.below(".husky")]
    texts = ((path, tree.read(path)) for path in paths if path in tree.paths)
    return [(path, re.sub(r"(?m)(^|[ \t])#.*$", "", text)) for path, text in texts if text]
