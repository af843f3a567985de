"""What shapes and globs match, by tables and beside Ruby's own `File.fnmatch`."""

import shutil
import subprocess
from random import Random

import pytest

from tests.growth import LINEAR, growth
from tests.owners_fuzz.files import GLOBS, NAMES
from trailers.ownership.matching.globs import Glob
from trailers.ownership.matching.shapes import glob_matches, matches
from trailers.ownership.shape import Segment, Shape

DEPTH = Segment("**", "depth")
DOCS = Segment("docs", "literal")
STAR = Segment("*", "glob")
JS = Segment("*.js", "glob")

# (glob, names that match, names that do not); Ruby 3.1's answers, where they are to sets and backslashes.
GLOB_FACTS = [
    ("*", ["a", ".a", "a b", "\n"], []),
    ("*.js", ["a.js", ".js", "a.b.js", "\udc80.js"], ["js", "a.jsx", "a.JS"]),
    ("test_*", ["test_", "test_a"], ["atest_a", "test"]),
    ("a*a", ["aa", "aba"], ["a", "ab"]),
    ("*a*b", ["ab", "xaxb", "aabb"], ["ba", "a"]),
    ("*a*", ["a", "bab"], ["b"]),
    ("?", ["a", "\u00e9", "\U0001f600", "\udc80"], ["", "ab"]),
    ("a?c", ["abc", "a.c"], ["ac", "abbc"]),
    ("*?", ["a", "ab"], [""]),
    ("[ab]c", ["ac", "bc"], ["cc", "c", "abc"]),
    ("[!ab]c", ["cc"], ["ac", "c"]),
    ("[^ab]c", ["cc"], ["bc"]),
    ("[a-c]", ["a", "b", "c"], ["d", "-"]),
    ("[a-]", ["a", "-"], ["b"]),
    ("[-a]", ["a", "-"], ["b"]),
    ("[a-c-e]", ["b", "-", "e"], ["d"]),
    ("[z-a]", ["z", "a"], ["b"]),
    ("[\\]]", ["]"], ["\\"]),
    ("[a\\-c]", ["a", "-", "c"], ["b"]),
    ("[]a]", [], ["a", "]", "a]", "]a]"]),
    ("[!]", ["x", "!"], [""]),
    ("[a", [], ["a", "[a"]),
    ("[a-", [], ["a", "[a-"]),
    ("[!", [], ["a", "["]),
    ("\\*", ["*"], ["a", "\\*"]),
    ("\\a\\[", ["a["], ["a"]),
    ("a\\", ["a"], ["a\\"]),
    ("{a,b}", ["{a,b}"], ["a"]),
    ("**", ["a", "ab"], []),
]

# (shape, paths that match, paths that do not)
SHAPE_FACTS = [
    (Shape("", (), "inside"), ["a", "a/b", ".a"], []),
    (Shape("docs", (), "inside"), ["docs/a", "docs/a/b"], ["docs", "docsa", "a/docs/b"]),
    (Shape("docs", (), "path"), ["docs"], ["docs/a"]),
    (Shape("docs", (), "both"), ["docs", "docs/a"], ["docs-a", "Docs"]),
    (Shape("docs", (STAR,), "path"), ["docs/a"], ["docs/a/b", "docs", "a"]),
    (Shape("docs", (STAR,), "inside"), ["docs/a/b", "docs/a/b/c"], ["docs/a"]),
    (Shape("docs", (STAR,), "both"), ["docs/a", "docs/a/b"], ["docs"]),
    (Shape("", (JS,), "path"), ["a.js"], ["a/a.js", "a.js/b"]),
    (Shape("", (DEPTH, JS), "both"), ["a.js", "a/b/a.js", "a/a.js/b"], ["js"]),
    (Shape("", (DEPTH, DOCS), "both"), ["docs", "a/docs", "docs/a", "a/docs/b/c"], ["adocs", "a"]),
    (Shape("", (DEPTH, DOCS), "inside"), ["docs/a", "a/docs/b"], ["docs", "a/docs"]),
    (Shape("a", (DEPTH, DOCS), "path"), ["a/docs", "a/b/c/docs"], ["docs", "b/a/docs", "a/docs/b"]),
    (Shape("a", (STAR, DOCS), "both"), ["a/b/docs", "a/b/docs/c"], ["a/docs", "a/b/c/docs"]),
    (Shape("a", (STAR, DEPTH, JS), "path"), ["a/b/x.js", "a/b/c/x.js"], ["a/x.js"]),
    (Shape("", (DEPTH, DOCS, DEPTH, DOCS), "path"), ["docs/docs", "a/docs/b/docs"], ["docs", "a/docs"]),
]


@pytest.mark.parametrize(("glob", "yes", "no"), GLOB_FACTS, ids=[row[0] for row in GLOB_FACTS])
def test_what_a_glob_matches(glob: str, yes: list[str], no: list[str]) -> None:
    assert [name for name in (*yes, *no) if glob_matches(glob, name)] == yes
    assert [name for name in (*yes, *no) if _fast(glob, name)] == yes


@pytest.mark.parametrize(("shape", "yes", "no"), SHAPE_FACTS, ids=[str(row[0]) for row in SHAPE_FACTS])
def test_what_a_shape_matches(shape: Shape, yes: list[str], no: list[str]) -> None:
    assert [path for path in (*yes, *no) if matches(shape, path)] == yes


def test_two_ways_to_match_a_name_agree() -> None:
    random = Random(5)
    for _ in range(5000):
        glob = _random_glob(random)
        name = "".join(random.choices("aab-]c", k=random.randint(0, 6)))
        assert _fast(glob, name) is glob_matches(glob, name), (glob, name)


@pytest.mark.skipif(shutil.which("ruby") is None, reason="ruby is not here; the table holds its answers")
def test_globs_are_those_of_ruby() -> None:
    random = Random(7)
    rows = [
        (_random_glob(random), "".join(random.choices("ab-].", k=random.randint(1, 5)))) for _ in range(4000)
    ]
    rows += [(glob, name) for glob in GLOBS for name in NAMES]
    rows += [(glob, name) for glob, yes, no in GLOB_FACTS for name in (*yes, *no) if name]
    rows = [row for row in rows if not any("\udc80" <= char <= "\udcff" for char in "".join(row))]
    program = (
        "flags = File::FNM_DOTMATCH | File::FNM_PATHNAME\n"
        "words = STDIN.binmode.read.split(\"\\0\").map { |word| word.force_encoding('UTF-8') }\n"
        "words.each_slice(2) { |glob, name| puts File.fnmatch(glob, name, flags) }"
    )
    text = "\0".join(part for row in rows for part in row)
    done = subprocess.run(
        ["ruby", "-e", program],
        input=text.encode("utf-8", "surrogateescape"),
        capture_output=True,
        check=True,
    )
    theirs = [answer == b"true" for answer in done.stdout.split()]
    ours = [glob_matches(glob, name) for glob, name in rows]
    assert [row for row, our, their in zip(rows, ours, theirs, strict=True) if our is not their] == []


@pytest.mark.parametrize("glob", ["*a*a*a*a*b", "*a?a*a?*b", "a*[ab]*a*b", "*?a*?b"])
def test_no_glob_is_tried_twice(glob: str) -> None:
    def prepare(size: int) -> object:
        test = Glob(glob).test
        assert test is not None
        return lambda: test("a" * size)

    assert growth(prepare) < LINEAR  # type: ignore[arg-type]


def _fast(glob: str, name: str) -> bool:
    known = Glob(glob)
    has = name.startswith(known.head) and name.endswith(known.tail) and known.inner in name
    return has and (known.test is None or known.test(name))


def _random_glob(random: Random) -> str:
    return "".join(
        random.choices(
            ("a", "b", "-", "*", "?", "[", "]", "!", "^", "\\", "[a-b]", "."), k=random.randint(1, 7)
        )
    )
