"""Go's regular expressions: facts as Go states them, and a slow reading that is easy to see to be right."""

import json
import shutil
import string
import subprocess

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.growth import LINEAR, growth
from trailers.ownership.regexp.classes import has
from trailers.ownership.regexp.matcher import matcher
from trailers.ownership.regexp.syntax import Node, read

# Expression, paths that `^expression$` matches, paths that it does not: answers of Go 1.26's regexp.
FACTS = [
    ("README.md", ["README.md", "READMExmd"], ["README", "a/README.md", "README.md\n", ""]),
    (r"README\.md", ["README.md"], ["READMExmd"]),
    (r".*\.go", ["a.go", "x/y.go", ".go"], ["a.gox", "a\nb.go", "go"]),
    ("docs/.*", ["docs/", "docs/a/b"], ["docs", "a/docs/b", "docs/a\nb"]),
    ("", [""], ["a"]),
    (".*", ["", "a/b"], ["a\nb"]),
    (r"docs/(aws|google|azure)/[^/]*\.(md|txt)", ["docs/aws/x.md", "docs/azure/.txt"], ["docs/aws/x/y.md"]),
    # The anchors bind closer than the alternation.
    ("docs|src", ["docs", "docs/a", "docs\n", "a/src", "src"], ["src/a", "a/docs"]),
    ("a|", ["", "a", "ab", "b"], []),
    ("(docs|src)", ["docs", "src"], ["docs/a", "a/src"]),
    # A glob is something else.
    ("*.js", ["xjs", ".js", "a/b.js"], ["js", "a.jsx"]),
    ("docs/*", ["docs", "docs/", "docs//"], ["docs/a"]),
    ("{a,b}", ["{a,b}"], ["a"]),
    ("a{2}", ["aa"], ["a", "aaa"]),
    ("a{2,}b", ["aab", "aaab"], ["ab"]),
    ("a{0,2}", ["", "a", "aa"], ["aaa"]),
    ("a{,2}", ["a{,2}"], ["aa"]),
    ("a{02}", ["a{02}"], ["aa"]),
    ("a{0}b", ["b"], ["ab"]),
    ("a{", ["a{"], ["a"]),
    ("(ab)+?c??", ["ab", "abab", "ababc"], ["", "abcc"]),
    (r"\d+\D\w\W\s\S", ["12aa \ta", "1/_- x"], ["12aaa a", "١aa \ta"]),
    (r"[[:alpha:]][[:^alpha:]]", ["a1", "Z/"], ["11", "é1"]),
    (r"[\d-]", ["-", "5"], ["a"]),
    ("[]a]", ["]", "a"], ["b"]),
    ("[^]a]", ["b", "\n"], ["]", "a"]),
    ("[a-]", ["a", "-"], ["b"]),
    ("[a-c-e]", ["b", "-", "e"], ["d"]),
    (r"[^\w/]+", [".-"], ["./", "a"]),
    ("(?i)readme", ["README", "ReadMe"], ["READMEX"]),
    ("(?i)k", ["k", "K", "K"], ["x"]),
    ("(?i)[^k]", ["x"], ["k", "K", "K"]),
    ("(?i)straße", ["STRAßE", "straẞe", "ſtraße"], ["STRASSE"]),
    ("(?i)σ", ["σ", "ς", "Σ"], ["s"]),
    ("(?i)i", ["i", "I"], ["ı", "İ"]),
    (r"(?i)\W", ["é"], ["K", "ſ"]),
    ("(?i:a)b", ["Ab", "ab"], ["aB"]),
    ("(?i)a(?-i)b", ["Ab"], ["AB"]),
    ("(?i)a|b", ["A", "B", "xB"], ["xa"]),
    ("((?i)a)b", ["Ab"], ["AB"]),
    ("(?s).", ["\n", "a"], [""]),
    ("(?s-s:.)", ["a"], ["\n"]),
    ("(?m)a$\n^b", ["a\nb", "a\nb\nc"], ["ab"]),
    ("(?U)a+", ["aa"], [""]),
    ("(?P<x>a)(?<y>b)", ["ab"], ["a"]),
    ("(?P<x>a)(?P<x>b)", ["ab"], ["a"]),
    (r"\bfoo\b.*", ["foo", "foo/bar"], ["foobar"]),
    (r"a\B.", ["ab"], ["a/"]),
    (r".*\bx", ["x", "a/x"], ["ax"]),
    (r"\Aa\z", ["a"], ["a\n"]),
    (r"\Q.*\E.", [".*x"], ["abc"]),
    (r"\Qa", ["a$"], ["a"]),
    (r"\x41\x{e9}\101\0", ["AéA\0"], ["AeA"]),
    (r"\t\n\.\-\_\/", ["\t\n.-_/"], ["tn.-_/"]),
    (r"\pL\p{Lu}\P{L}\p{^L}", ["éÉ1-"], ["ééé1"]),
    ("é?", ["", "é"], ["e"]),
    ("a(^b)", [], ["ab", "b"]),
    ("a$b|c", ["c", "xc"], ["a", "ab"]),
    ("(a*)*", ["", "aaa"], ["b"]),
    ("(|a)+", ["", "aa"], ["b"]),
    ("(?i)*", ["", "a", "b"], []),
    ("()*a", ["a"], [""]),
    ("((a{500}){0}){3}b", ["b"], ["ab"]),
]
REFUSED = [
    *("a**", "**/a", "a*+", "a+?*", "a{2}{3}", "a???", "(*a)", "a|*", "(?:+)"),
    *("(", ")", "a)(b", "(?", "(?i", "(?x)a", "(?i-)a", "(?=a)", "(?!a)", "(?<=a)b", "(?<!a)b", "(?P<>a)"),
    *(
        "(?P<a-b>c)",
        "(?<a",
        "[",
        "[a",
        "[]",
        "[^]",
        "[z-a]",
        "[[:foo:]]",
        r"[a-\d]",
        r"[\1]",
    ),
    *("a{1001}", "a{2,1}", "a{1,1001}", "(a{100}){100}", "((a{11}){10}){10}", "a{99999999999}"),
    *(r"\1", r"\8", r"\Z", r"\C", r"\k", r"\é", r"\xZZ", r"\x4", r"\x{}", r"\x{110000}", r"\p{Foo}", r"\pX"),
]
# What Go compiles, but is refused here: too large to be meant, or of an alphabet that is not known here.
REFUSED_HERE = [("(a{1000}){1}" * 5, "steps"), ("a" * 10_001, "longer"), ("(" * 200 + ")" * 200, "groups")]

_GO = """
package main

import (
	"encoding/json"
	"os"
	"regexp"
)

func main() {
	var asked []struct {
		Source string
		Paths  []string
	}
	json.NewDecoder(os.Stdin).Decode(&asked)
	answers := make([][]bool, len(asked))
	for i, one := range asked {
		re, err := regexp.Compile("^" + one.Source + "$")
		if err != nil {
			continue
		}
		answers[i] = []bool{}
		for _, path := range one.Paths {
			answers[i] = append(answers[i], re.MatchString(path))
		}
	}
	json.NewEncoder(os.Stdout).Encode(answers)
}
"""


@pytest.mark.parametrize(("source", "yes", "no"), FACTS, ids=[fact[0] for fact in FACTS])
def test_it_matches_what_go_matches(source, yes, no):
    matches = matcher(source)
    assert [path for path in yes if not matches(path)] == []
    assert [path for path in no if matches(path)] == []


@pytest.mark.parametrize("source", REFUSED)
def test_what_go_refuses_is_refused(source):
    with pytest.raises(ValueError, match=r"^.+$"):
        matcher(source)


@pytest.mark.parametrize(("source", "why"), REFUSED_HERE, ids=["steps", "length", "depth"])
def test_what_is_too_large_is_refused(source, why):
    with pytest.raises(ValueError, match=why):
        matcher(source)


@pytest.mark.skipif(shutil.which("go") is None, reason="Go is not installed")
def test_go_itself_says_so(tmp_path):
    program = tmp_path / "main.go"
    program.write_text(_GO)
    asked = [{"Source": source, "Paths": yes + no} for source, yes, no in FACTS]
    asked += [{"Source": source, "Paths": []} for source in REFUSED]
    run = subprocess.run(
        ["go", "run", str(program)], input=json.dumps(asked), capture_output=True, text=True, check=True
    )
    answers = [[True] * len(yes) + [False] * len(no) for _, yes, no in FACTS]
    assert json.loads(run.stdout) == [*answers, *[None] * len(REFUSED)]


def test_a_byte_that_is_not_utf_8_is_some_character():
    assert matcher("a.b")("a\udcffb")
    assert matcher("a\ufffdb")("a\udcffb")
    assert not matcher(r"a\wb")("a\udcffb")


def test_what_was_forgotten_is_found_again():
    """More states than are kept: each beginning leads to another."""
    matches = matcher("(.*a.{12}b)|(.*b.{10}a.)")
    slow = read("^(.*a.{12}b)|(.*b.{10}a.)$")
    paths = [format(number, "016b").replace("0", "a").replace("1", "b") for number in range(0, 1 << 16, 97)]
    expected = [_searched(slow, path) for path in paths]
    assert [matches(path) for path in paths] == expected
    assert [matches(path) for path in reversed(paths)] == expected[::-1]


# The slow reading: where a piece that begins at `start` can end, straight from what each piece means.
def _ends(node: Node, text: str, start: int) -> frozenset[int]:
    if node.kind == "characters":
        fits = start < len(text) and has(node.characters, text[start])
        return frozenset((start + 1,)) if fits else frozenset()
    if node.kind == "all of":
        return _in_order(node.parts, text, frozenset((start,)))
    if node.kind == "one of":
        return frozenset().union(*(_ends(part, text, start) for part in node.parts))
    if node.kind == "repeat":
        ends = _in_order(node.parts * node.least, text, frozenset((start,)))
        found = ends
        for _ in range(node.most - node.least if node.most >= 0 else len(text) + 1):
            ends = _in_order(node.parts, text, ends)
            found |= ends
        return found
    return frozenset((start,)) if _holds(node.kind, text, start) else frozenset()


def _in_order(parts, text: str, starts: frozenset[int]) -> frozenset[int]:
    for part in parts:
        starts = frozenset().union(*(_ends(part, text, start) for start in starts))
    return starts


def _holds(kind: str, text: str, at: int) -> bool:
    word = string.ascii_letters + string.digits + "_"
    around = [at > 0 and text[at - 1] in word, at < len(text) and text[at] in word]
    return {
        "begin": at == 0,
        "end": at == len(text),
        "line begin": at == 0 or text[at - 1] == "\n",
        "line end": text[at : at + 1] in ("", "\n"),
        "word": around[0] != around[1],
        "no word": around[0] == around[1],
    }[kind]


def _searched(node: Node, text: str) -> bool:
    return any(_ends(node, text, start) for start in range(len(text) + 1))


_PIECES = st.sampled_from(
    [
        *"abK/.-_^$|()*+?",
        "[ab]",
        "[^a]",
        r"\b",
        r"\B",
        r"\w",
        r"\D",
        "(?i)",
        "(?s)",
        "(?m)",
        "(?:",
        "\n",
        "{2}",
        "{1,3}",
        "{0}",
        "*?",
        ".*",
        "[[:upper:]]",
        r"\pL",
        "é",
    ]
)


@settings(deadline=None, max_examples=400)
@given(st.lists(_PIECES, max_size=7).map("".join), st.lists(st.text("abkK/.-_\né", max_size=6), max_size=8))
@example("a|b", ["xb", "ax"])
def test_the_machine_and_the_slow_reading_agree(source, paths):
    try:
        matches = matcher(source)
    except ValueError:
        return
    node = read(f"^{source}$")
    assert [matches(path) for path in paths] == [_searched(node, path) for path in paths]


@settings(deadline=None)
@given(st.text(max_size=40), st.text(max_size=20))
def test_any_text_is_read_or_refused_with_a_reason(source, path):
    try:
        matches = matcher(source)
    except ValueError as reason:
        told = str(reason)
    else:
        told = str(matches(path))
    assert told


@pytest.mark.parametrize("source", ["(a*)*b", "(a|a)*b", "(a+)+b|.*c.*d", "(?i)(.*x)*y", ".*"])
def test_time_grows_with_the_path(source):
    matches = matcher(source)

    def prepare(size):
        path = "a" * size
        return lambda: matches(path)

    assert growth(prepare) < LINEAR


@pytest.mark.parametrize("piece", ["a", "(", "[a", "a{9}", "(?i)", "a|", "\\", "[[:alpha:"])
def test_time_grows_with_the_expression(piece):
    def prepare(size):
        source = piece * size

        def run():
            with pytest.raises(ValueError, match="longer"):
                matcher(source)

        return run

    assert growth(prepare, 20_000) < LINEAR
