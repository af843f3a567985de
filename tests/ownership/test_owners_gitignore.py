"""Patterns: the facts of a public test suite, git itself, and what must hold of every shape."""

import random
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.growth import LINEAR, growth
from tests.repositories import run_git
from trailers.ownership.dialects.gitignore import EVERYTHING, _special, shape_of
from trailers.ownership.dialects.refusals import why_refused
from trailers.ownership.matching.shapes import matches
from trailers.ownership.shape import Segment, Shape

# The facts of hmarr/codeowners, testdata/patterns.json (MIT): a pattern, paths that it matches, others.
# Left out: a path that ends with a slash, and brackets, of which GitHub itself says otherwise (below).
FACTS = [
    ("foo", "foo foo/bar bar/foo bar/foo/baz", "foo.txt bar/foo.txt bar/baz"),
    ("/foo", "foo foo/bar foo/bar/baz", "fool.txt bar/foo bar/baz bar/foo/baz"),
    ("foo/", "foo/bar foo/bar/baz bar/foo/baz bar/foo/baz/qux", "foo bar/foo bar/baz"),
    ("/foo/", "foo/bar foo/bar/baz", "foo bar/foo bar/baz bar/foo/baz bar/foo/baz/qux"),
    ("foo/bar", "foo/bar foo/bar/baz", "foo/bart baz/foo/bar baz/foo/bar/qux"),
    ("/foo/bar", "foo/bar foo/bar/baz", "foo/bart baz/foo/bar baz/foo/bar/qux"),
    ("foo/bar/", "foo/bar/baz", "foo/bar foo/bart baz/foo/bar baz/foo/bar/qux"),
    ("/foo/bar/", "foo/bar/baz foo/bar/baz/qux", "foo/bar foo/bart baz/foo/bar baz/foo/bar/qux"),
    ("*", "foo foo/bar bar/foo bar/foo/baz bar/baz xfoo", ""),
    ("f*", "foo foo/bar foo/bar/baz bar/foo bar/foo/baz", "bar/baz xfoo"),
    ("/*", "foo bar", "foo/bar foo/bar/baz"),
    ("/f*", "foo foo/bar foo/bar/baz", "bar/foo bar/foo/baz bar/baz xfoo"),
    ("f*/", "foo/bar bar/foo/baz", "foo bar/foo bar/baz xfoo"),
    ("/*/", "foo/bar bar/foo bar/foo/baz", "foo"),
    ("/f*/", "foo/bar", "foo bar/foo bar/foo/baz bar/baz xfoo"),
    ("f\\*o", "f*o", "foo"),
    ("foo/*", "foo/bar", "foo foo/bar/baz bar/foo bar/foo/baz bar/baz xfoo"),
    ("foo/*.txt", "foo/bar.txt", "foo foo/bar/baz.txt qux/foo/bar.txt qux/foo/bar/baz.txt"),
    ("foo/*/baz", "foo/bar/baz foo/bar/baz/qux", "foo foo/bar foo/baz"),
    ("f?o", "foo", "fo fooo"),
    ("f\\?o", "f?o", "foo"),
    ("**/foo/bar", "foo/bar qux/foo/bar qux/foo/bar/baz", "foo/baz/bar qux/foo/baz/bar"),
    ("**/*bar*", "bar foo/bar foo/rebar foo/barrio foo/qux/bar", ""),
    ("foo/bar/**", "foo/bar/baz foo/bar/baz/qux", "foo/bar qux/foo/bar qux/foo/bar/baz"),
    (
        "foo/**/bar",
        "foo/bar foo/bar/baz foo/qux/bar/baz foo/qux/quux/bar/baz foo/bar/baz/qux",
        "qux/foo/bar qux/foo/bar/baz",
    ),
    ("foo/**/", "foo/bar foo/bar/baz", "foo"),
    (
        "foo/**/bar/b*",
        "foo/bar/baz foo/qux/bar/baz",
        "foo/bar foo/bar/qux foo/qux/bar foo/qux/bar/qux",
    ),
]

# GitHub's documentation, "Example of a CODEOWNERS file", and what no document says but the names themselves.
OURS = [
    ("docs/*", "docs/getting-started.md", "docs/build-app/troubleshooting.md"),
    ("apps/", "apps/a x/apps/a/b", "apps x/apps"),
    ("**/logs", "build/logs/a scripts/logs/b deeply/nested/logs/c logs/d logs", "logs2 blogs/a"),
    ("*.js", "a.js x/a.js x.js/a/b", "a.jsx a.js.map"),
    ("**", "a a/b", ""),
    ("/**", "a a/b", ""),
    ("**/", "a a/b", ""),
    ("**/*", "a a/b a/b/c", ""),
    ("foo/**/*", "foo/a foo/a/b", "foo a/foo/b"),
    ("foo/**/**/bar", "foo/bar foo/a/b/bar/c", "foo bar"),
    ("foo/**/*/", "foo/a/b", "foo/a a"),
    ("a**b", "ab axb x/axxb/c", "a/b"),
    ("*/*", "a/b", "a a/b/c"),
    ("pages/\\[id\\]/a.tsx", "pages/[id]/a.tsx", "pages/i/a.tsx"),
    ("*\\[id\\]*", "x/[id].tsx", "id"),
    ("a\\?b*", "a?bc", "axbc"),
    ("\\!a", "!a", "a"),
    ("a\\#b", "a#b", "a"),
    ("a#b", "a#b", "a"),
    ("a\\/b", "a/b a/b/c", "x/a/b"),
    ("a\\\\", "a\\ x/a\\/b", "a"),
    ("\\**", "*a *", "a"),
    ("Docs/", "Docs/a", "docs/a"),
    ("a(b)+{c,d}|~:^,", "a(b)+{c,d}|~:^,", "ab c d"),
    (".github/", ".github/a", "github/a .github"),
    ("...", "...", "."),
    ("..a", "..a", "a"),
    ("a./b", "a./b", "a/b"),
    ("héé*", "héé/a x/hééé", "h"),
]


@pytest.mark.parametrize(("pattern", "owned", "others"), FACTS + OURS)
def test_what_a_pattern_owns(pattern, owned, others):
    shape = shape_of(pattern)
    assert [path for path in owned.split() if not matches(shape, path)] == []
    assert [path for path in others.split() if matches(shape, path)] == []


SHAPES = {
    "/src/app/": Shape("src/app", (), "inside"),
    "src/app": Shape("src/app", (), "both"),
    "docs/*": Shape("docs", (Segment("*", "glob"),), "path"),
    "foo/**": Shape("foo", (), "inside"),
    "foo/**/": Shape("foo", (), "inside"),
    "apps/": Shape("", (Segment("**", "depth"), Segment("apps", "literal")), "inside"),
    "a\\ b/c": Shape("a b/c", (), "both"),
    "*": EVERYTHING,
    "**": EVERYTHING,
    "**/*": EVERYTHING,
    "*.js": Shape("", (Segment("**", "depth"), Segment("*.js", "glob")), "both"),
    "/a/*/b/": Shape("a", (Segment("*", "glob"), Segment("b", "literal")), "inside"),
    "x\\y**\\*\\z": Shape("", (Segment("**", "depth"), Segment("xy*\\*z", "glob")), "both"),
}


@pytest.mark.parametrize("pattern", SHAPES)
def test_the_shape_of_a_pattern(pattern):
    assert shape_of(pattern) == SHAPES[pattern]


REFUSED = {
    "/": ("The pattern `/` will never match anything, did you mean `*` instead?", "*"),
    "***/*.rb": ("Did you mean `**/*.rb`?", "**/*.rb"),
    "a/***": ("Did you mean `a/**`?", "a/**"),
    "a****b": ("Did you mean `a*b`?", "a*b"),
    "pages/[id]/*": ("both `[` and `]` must be escaped with a `\\`", "pages/\\[id\\]/*"),
    "a]": ("both `[` and `]` must be escaped with a `\\`", "a\\]"),
    "\\[a]": ("both `[` and `]` must be escaped with a `\\`", "\\[a\\]"),
    "[a\\": ("both `[` and `]` must be escaped with a `\\`", ""),
    "!a": ("a pattern cannot be negated with `!`; a line without owners takes them away", "a"),
    "\\#a": ("a pattern cannot begin with `#`, nor with `\\#`", "?a"),
    "a\0b": ("no path has a NUL character", "ab"),
    "a\\": ("the `\\` at its end escapes nothing", "a"),
    "a//b": ("no path has two slashes in a row", "/a/b"),
    "//a/": ("no path has two slashes in a row", "/a/"),
    "a//*": ("no path has two slashes in a row", "/a/*"),
    "//*": ("no path has two slashes in a row", "/*"),
    "./*": ("no path has the name `.`: a pattern begins at the top of the repository", "/*"),
    "//": ("no path has two slashes in a row", ""),
    "./a": ("no path has the name `.`: a pattern begins at the top of the repository", "/a"),
    ".": ("no path has the name `.`: a pattern begins at the top of the repository", ""),
    "../a": ("no path goes up with `..`: a pattern begins at the top of the repository", ""),
    "a/..": ("no path goes up with `..`: a pattern begins at the top of the repository", ""),
}


@pytest.mark.parametrize("pattern", REFUSED)
def test_why_a_pattern_is_refused(pattern):
    assert shape_of(pattern) is None
    assert why_refused(pattern) == REFUSED[pattern]


def test_a_pattern_that_holds_is_not_refused():
    assert [why_refused(pattern) for pattern, _, _ in FACTS + OURS] == [None] * len(FACTS + OURS)


NAMES = ("a", "b", "ab", "*", "**", "?", "a*", "*b", "a?", "?b*", "a**b", "\\a", "\\*", "a.b", ".a", "*.b")
PARTS = ("a", "b", "ab", "bb", "a.b", ".a", "*", "aab")


def patterns_that_git_reads_alike(random_, count):
    """Where git and the forges agree: without `/*` at the end, nor `**/`."""
    while count:
        names = random_.choices(NAMES, k=random_.randint(1, 4))
        start, end = random_.choice(("", "", "/")), random_.choice(("", "", "/"))
        last_star = names[-1] == "*" and not end and (start or len(names) > 1) and names[-2:-1] != ["**"]
        if not last_star and not (names[-1] == "**" and end):
            count -= 1
            yield start + "/".join(names) + end


def test_patterns_own_what_git_would_ignore(started):
    random_ = random.Random(5)
    patterns = list(patterns_that_git_reads_alike(random_, 250))
    paths = ["/".join(random_.choices(PARTS, k=random_.randint(1, 5))) for _ in range(60)]
    for number, pattern in enumerate(patterns):
        folder = started.path / f"p{number}"
        folder.mkdir()
        (folder / ".gitignore").write_text(f"{pattern}\n")
    asked = [f"p{number}/{path}" for number in range(len(patterns)) for path in paths]
    done = run_git(
        started.path,
        "check-ignore",
        "--no-index",
        "-z",
        "-v",
        "-n",
        "--stdin",
        stdin="\0".join(asked).encode(),
    )
    source, told = done.split("\0")[::4], done.split("\0")[3::4]
    ignored = {path for place, path in zip(source, told, strict=False) if place}
    ours = {
        f"p{number}/{path}"
        for number, pattern in enumerate(patterns)
        for path in paths
        if matches(shape_of(pattern), path)
    }
    assert told == asked
    assert len(ours) > 1000
    assert sorted(ours ^ ignored) == []


@given(st.text("ab/.*\\é", max_size=8))
def test_the_short_way_to_a_shape_is_the_long_one(pattern):
    assert shape_of(pattern) == _special(pattern)


PATTERNS = st.text("ab/*?[]\\!#.\0 é", max_size=12) | st.text(max_size=8)


@given(PATTERNS)
def test_a_pattern_has_a_shape_or_a_reason(pattern):
    shape = shape_of(pattern)
    told = why_refused(pattern)
    assert (shape is None) == (told is not None)
    if told and told[1]:
        assert shape_of(told[1]) is not None


@given(PATTERNS)
def test_a_shape_keeps_its_form(pattern):
    shape = shape_of(pattern)
    if shape is None:
        return
    kinds = [segment.kind for segment in shape.rest]
    assert kinds[:1] != ["literal"]
    assert kinds[-1:] != ["depth"]
    assert ("depth", "depth") not in pairwise(kinds)
    assert shape.prefix.strip("/") == shape.prefix.replace("//", "/")
    assert not any("**" in s.text.replace("\\*", "") for s in shape.rest if s.kind == "glob")
    assert all("/" not in segment.text and segment.text for segment in shape.rest)


@pytest.mark.parametrize("unit", ["a", "*", "\\", "a/", "*/", "**/", "[", "?", "a**", "\\/", "//", "./"])
def test_hostile_patterns_take_linear_time(unit):
    def prepare(size):
        pattern = unit * size
        return lambda: (shape_of(pattern), why_refused(pattern))

    assert growth(prepare, 5_000) < LINEAR
