"""Patterns: tables, a reference that backtracks, and time."""

import functools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.growth import LINEAR, growth
from trailers.policy.globs import matches, path_matches

PATTERNS = [
    ("claude-opus-5", "claude-opus-5", True),
    ("claude-opus-5", "claude-opus-5x", False),
    ("claude-*", "claude-", True),
    ("claude-*", "claude-opus-5", True),
    ("claude-*", "xclaude-opus-5", False),
    ("*-5", "claude-opus-5", True),
    ("*opus*", "claude-opus-5", True),
    ("claude-?pus-5", "claude-opus-5", True),
    ("claude-?pus-5", "claude-pus-5", False),
    ("*", "", True),
    ("?", "", False),
    ("", "", True),
    ("", "x", False),
    ("**", "x", True),
    ("*a*b*c", "xaxbxc", True),
    ("*a*b*c", "xaxbxcx", False),
    ("*ab", "aab", True),
    ("*aab", "aaab", True),
    ("a/*", "a/b/c", True),
    ("[ab]", "a", False),
    ("[ab]", "[ab]", True),
    ("*", "*", True),
    ("\\*", "\\x", True),
    ("K*", "k1", False),
]


@pytest.mark.parametrize(("pattern", "text", "expected"), PATTERNS)
def test_a_pattern(pattern, text, expected):
    assert matches(pattern, text) == expected


PATHS = [
    ("src/main.py", "src/main.py", True),
    ("src/main.py", "lib/src/main.py", False),
    ("src", "src/a/b", True),
    ("src/", "src/a/b", True),
    ("/src/", "src/a/b", True),
    ("src", "src", True),
    ("src", "srcs/a", False),
    ("src/*", "src/a", True),
    ("src/*", "src/a/b", True),  # src/a is a directory of the pattern
    ("src/*", "src", False),
    ("src/*.py", "src/a.py", True),
    ("src/*.py", "src/a/b.py", False),
    ("*.py", "a.py", True),
    ("*.py", "src/a.py", False),
    ("**/*.py", "a.py", True),
    ("**/*.py", "src/a/b.py", True),
    ("src/**/test_*.py", "src/test_a.py", True),
    ("src/**/test_*.py", "src/a/b/test_a.py", True),
    ("src/**/test_*.py", "src/a/b/a_test.py", False),
    ("src/**", "src/a", True),
    ("src/**", "lib/a", False),
    ("**", "a", True),
    ("a/**/b/**/c", "a/x/b/y/b/z/c", True),
    ("a/**/b/**/c", "a/x/c/y/b/z", False),
    ("a?c", "abc", True),
    ("a?c", "a/c", False),
    ("a*c", "a/c", False),
    ("a**c", "a/c", False),
    ("a**c", "abbc", True),
    ("ü/*", "ü/x", True),
    ("Src", "src", False),
    ("*", "\udcff", True),
]


@pytest.mark.parametrize(("pattern", "path", "expected"), PATHS)
def test_a_path_pattern(pattern, path, expected):
    assert path_matches(pattern, path) == expected


@functools.cache
def reference(pattern, items, star, same):
    """All ways, one after the other."""
    if not pattern:
        return not items
    if pattern[0] == star:
        return any(reference(pattern[1:], items[cut:], star, same) for cut in range(len(items) + 1))
    return bool(items) and same(pattern[0], items[0]) and reference(pattern[1:], items[1:], star, same)


def same_character(one, other):
    return one in ("?", other)


@given(st.text("ab*?", max_size=8), st.text("ab", max_size=10))
def test_a_pattern_as_the_reference(pattern, text):
    assert matches(pattern, text) == reference(pattern, text, "*", same_character)


@given(
    st.lists(st.sampled_from(["a", "b", "*", "**", "a*", "?"]), min_size=1, max_size=6),
    st.lists(st.sampled_from(["a", "b", "ab"]), min_size=1, max_size=6),
)
def test_a_path_pattern_as_the_reference(pattern, path):
    def same(one, other):
        return reference(one, other, "*", same_character)

    expected = any(
        reference(tuple(pattern), tuple(path[:end]), "**", same) for end in range(1, len(path) + 1)
    )
    if not any(name != "**" for name in pattern):
        expected = True
    assert path_matches("/".join(pattern), "/".join(path)) == expected


@pytest.mark.parametrize(
    ("match", "pattern", "unit", "end"),
    [
        (matches, "*a" * 128, "a", "b"),
        (matches, "?*" * 128, "a", ""),
        (matches, "*" * 256, "a", ""),
        (path_matches, "**/a/" * 50 + "c", "a/", "b"),
        (path_matches, "**/*a*a*a/" * 25 + "c", "aaab/", "b"),
    ],
    ids=["stars and letters", "stars and question marks", "stars", "directories", "both"],
)
def test_hostile_patterns_take_linear_time(match, pattern, unit, end):
    def prepare(size):
        text = unit * (size // len(unit)) + end
        return lambda: match(pattern, text)

    assert growth(prepare, 200) < LINEAR
