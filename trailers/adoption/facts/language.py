"""Which languages a repository is written in, by the endings of its files; and its package manifests."""

from collections import Counter

from trailers.adoption.facts.tree import Tree
from trailers.typed import NamedTuple

_ENDINGS = {
    "C": "c h",
    "C++": "cc cpp cxx hh hpp",
    "C#": "cs",
    "Dart": "dart",
    "Elixir": "ex exs",
    "Go": "go",
    "Haskell": "hs",
    "Java": "java",
    "JavaScript": "js jsx mjs cjs vue svelte",
    "Kotlin": "kt kts",
    "Lua": "lua",
    "Perl": "pl pm",
    "PHP": "php",
    "Python": "py pyi pyx",
    "Ruby": "rb",
    "Rust": "rs",
    "Scala": "scala",
    "Shell": "sh bash zsh",
    "Swift": "swift",
    "Terraform": "tf",
    "TypeScript": "ts tsx mts cts",
}
_BY_ENDING = {ending: language for language, endings in _ENDINGS.items() for ending in endings.split()}
MANIFESTS = frozenset(
    (
        "pyproject.toml",
        "setup.py",
        "setup.cfg",
        "requirements.txt",
        "Pipfile",
        "package.json",
        "deno.json",
        "go.mod",
        "Cargo.toml",
        "pom.xml",
        "build.gradle",
        "build.gradle.kts",
        "Gemfile",
        "composer.json",
        "mix.exs",
        "Package.swift",
        "pubspec.yaml",
        "CMakeLists.txt",
    )
)


class Language(NamedTuple):
    """A language and how many files are written in it."""

    name: str
    files: int


def languages_of(tree: Tree) -> tuple[Language, ...]:
    """The languages, the commonest first."""
    counted = Counter(
        _BY_ENDING[ending] for path in tree.paths if (ending := path.rpartition(".")[2].lower()) in _BY_ENDING
    )
    return tuple(Language(*one) for one in sorted(counted.items(), key=lambda one: (-one[1], one[0])))


def manifests_of(tree: Tree) -> tuple[str, ...]:
    """The package manifests, those at the top first."""
    found = (path for path in tree.paths if path.rpartition("/")[2] in MANIFESTS)
    return tuple(sorted(found, key=lambda path: (path.count("/"), path)))
