"""Where made-up secrets are at home: tests, fixtures, examples, documentation, generated samples.

A secret that only its name gives away (US204), or a JSON Web Token (US210), is a warning there. A token in a
vendor's format stays an error: it works, or it does not, wherever it stands.
"""

from functools import lru_cache

# Directories, in lower case, as whole names.
_DIRECTORIES = frozenset(
    """test tests testing spec specs __tests__ __mocks__ __fixtures__ __snapshots__ fixture fixtures
    testdata test-data test_data testfixtures testutil testutils testsuite testsuites testcases
    test-fixtures mock mocks fake fakes stub stubs e2e integration-tests integration_tests unittest
    unittests example examples sample samples demo demos doc docs documentation guide guides tutorial
    tutorials snippets cassettes golden cypress playwright benchmark benchmarks man qa it androidtest
    testresources src-test conformance""".split()  # noqa: SIM905  # reads best as text
)
# Words that a directory or a file's stem ends or begins with: `core_tests/`, `test_x.py`, `x.spec.ts`.
_WORDS = (
    "test",
    "tests",
    "spec",
    "specs",
    "mock",
    "mocks",
    "fixture",
    "fixtures",
    "example",
    "sample",
    "testing",
)
_SEPARATORS = ("_", "-", ".")
# Files that are written for people, and dictionaries of one language.
_SUFFIXES = (
    ".md",
    ".mdx",
    ".rst",
    ".adoc",
    ".asciidoc",
    ".textile",
    ".snap",
    ".pot",
    ".ipynb",
    ".1",
    ".5",
    ".8",
)
_NAMES = frozenset(
    ("readme", "changelog", "changes", "history", "contributing", "conftest.py", "dockerfile.test")
)


@lru_cache(maxsize=64)  # a file may have a million secrets
def is_test_path(path: str) -> bool:
    """Whether the path, with "/" between its parts, is one of tests, examples or documentation."""
    *directories, name = path.split("/")
    if any(_is_test_word(directory) for directory in directories):
        return True
    lowered = name.lower()
    stem = lowered.partition(".")[0]
    return (
        lowered.endswith(_SUFFIXES)
        or stem in _NAMES
        or lowered in _NAMES
        or any(_is_test_word(part) for part in (stem, lowered.rpartition(".")[0], *lowered.split(".")[1:]))
        or name.partition(".")[0].endswith(("Test", "Tests", "Spec", "IT", "Mock", "TestCase"))
    )


def _is_test_word(part: str) -> bool:
    lowered = part.lower()
    if lowered in _DIRECTORIES or part.endswith(("Test", "Tests")):
        return True
    return any(
        lowered.startswith(word + sign) or lowered.endswith(sign + word)
        for word in _WORDS
        for sign in _SEPARATORS
    )
