"""The superset holds every match: tables of the constructs, and patterns and texts that nobody chose."""

import re
import string
import sys
import warnings

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from trailers.secrets.prefilter.superset import Superset, superset

ANY = r"[\x00-\xff]"

LOOKED_FOR = {
    "a long literal is enough": (
        rb"github_pat_[A-Za-z0-9]{22}_[A-Za-z0-9]{59}",
        Superset(r"github\x5fpat\x5f", 11, 11),
    ),
    "a word boundary before a row": (
        rb"\b[0-9a-f]{40}\b",
        Superset(r"(?:^|[^0-9A-Z\x5fa-z])[0-9a-f]{40}", 40, 40),
    ),
    "a negative look-behind before a row": (
        rb"(?<![0-9a-f])[0-9a-f]{32}(?![0-9a-f])",
        Superset(r"(?:^|[^0-9a-f])[0-9a-f]{32}", 32, 32),
    ),
    "the same in a group": (
        rb"(?P<secret>(?<![0-9a-f])[0-9a-f]{32})",
        Superset(r"(?:^|[^0-9a-f])[0-9a-f]{32}", 32, 32),
    ),
    "a positive look-behind": (
        rb"(?<=[\"'])[0-9a-f]{32}[\"']",
        Superset(r"(?:^|[\x22\x27])[0-9a-f]{32}[\x22\x27]", 33, 33),
    ),
    "the start of a line": (rb"(?m)^[0-9]{12}", Superset(r"(?:^|\x0a)[0-9]{12}", 12, 12)),
    "the start of the text": (rb"\A[0-9]{12}", Superset(r"^[0-9]{12}", 12, 12)),
    "no boundary over str, whose lines are looked at one by one": (
        r"\b[0-9a-f]{32}",
        Superset(r"[0-9a-f]{32}", 32, 0),
    ),
    "what may be missing at the ends": (rb"(?:[0-9]{3})?key\s*", Superset("key", 3, 0)),
    "a wide gap at the end": (rb"[a-z]{0,300}\.([a-z])\1{8}x", Superset(r"\x2e[a-z]{9}x", 11, 0)),
    "possessive and atomic parts": (rb"(?>abc|abd)++xyz", Superset("ab[c-d](?:ab[c-d])*xyz", 6, 0)),
    "a condition on a group": (rb"(a)(?(1)b|c)d", Superset("a[b-c]d", 3, 3)),
    "flags for a part": (rb"(?i)(?-i:K)ey", Superset("K[Ee][Yy]", 3, 3)),
    "an alternative too large for one run": (
        rb"\b(?:[A-F]{9}one[a-z]{99}|two[0-9]{199})",
        Superset(r"(?:^|[^0-9A-Z\x5fa-z])(?:[A-F]{9}one[a-z]{12}|two[0-9]{12})", 15, 0),
    ),
    "the beginning of a long tail": (rb"key_[a-z]{99}", Superset(r"key\x5f[a-z]{12}", 16, 16)),
    "single bytes, one of which has a condition": (
        rb"key=(?:[a-z]|&(?!amp;)){6}",
        Superset(r"key\x3d[\x26a-z]{6}", 10, 10),
    ),
    "ignore-case beyond ASCII": (
        "(?i)kis",
        Superset(r"(?:[Kk]|\xe2\x84\xaa)(?:[Ii]|\xc4\xb0|\xc4\xb1)(?:[Ss]|\xc5\xbf)", 3, 0),
    ),
    "characters beyond ASCII": (
        "\u00e9[^x]z",
        Superset(r"(?:[\x80-\xff]{1,4})(?:[\x00-wy-\x7f]|[\x80-\xff]{1,4})z", 3, 0),
    ),
    "rows of them": (r"\w{20}", Superset(r"[^\x00-\x2f\x3a-\x40\x5b-\x5e\x60\x7b-\x7f]{20}", 20, 0)),
}
TELL_NOTHING = [b"", b"a*", b"a?b?", b"(?=secret)", b"(?!)", rb"(?:)+", rb"[^\s\S]"]


@pytest.mark.parametrize(("pattern", "expected"), LOOKED_FOR.values(), ids=LOOKED_FOR)
def test_what_is_looked_for(pattern, expected):
    assert superset(pattern) == expected


@pytest.mark.parametrize("pattern", TELL_NOTHING)
def test_a_pattern_that_tells_nothing_gives_any_byte(pattern):
    assert superset(pattern) == Superset(ANY, 1, 0)


def test_a_pattern_that_is_none_is_an_error():
    with pytest.raises(re.error):
        superset(b"(")


def assert_held(pattern, flags, text):
    """Every match of the pattern in the text, from every start, has a match of the superset end in it."""
    made = superset(pattern, flags)
    data = text.encode() if isinstance(text, str) else text
    expression = re.compile(f"(?:{made.expression})\\Z".encode())
    ends = {end for end in range(len(data) + 1) if expression.search(data[:end])}
    compiled = re.compile(pattern, flags)
    for at in range(len(text)):
        match = compiled.match(text, at)
        if match and match.end() > at:
            start, end = (_bytes_before(text, place) for place in match.span())
            assert any(start + made.width <= place <= end for place in ends), (pattern, text, made)
            assert not made.start or start + made.start in ends, (pattern, text, made)


def _bytes_before(text, place):
    return len(text[:place].encode()) if isinstance(text, str) else place


def compiles(pattern, flags):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # possible nested sets and the like
        try:
            re.compile(pattern, flags)
        except (re.error, OverflowError, ValueError):
            return False
    return True


ITEMS = [
    "a",
    "k",
    "S",
    "i",
    "7",
    "-",
    "_",
    " ",
    r"\w",
    r"\W",
    r"\d",
    r"\D",
    r"\s",
    r"\S",
    ".",
    r"\x41",
    r"\.",
]
SETS = [
    "[ab]",
    "[^a]",
    "[a-f0-9]",
    r"[^\w.]",
    "[K-t]",
    r"[\d_]",
    r"[^\s]",
    "[\u00e9\u017fx]",
    "[^\u212a]",
    "[\u0130-\u0140]",
]
ANCHORS = [
    "^",
    "$",
    r"\b",
    r"\B",
    r"\A",
    r"\Z",
    "(?=a)",
    "(?!b)",
    "(?<=[ak])",
    "(?<!k)",
    "(?<![a-f])",
    "(?<!ab)",
]
QUANTIFIERS = ["?", "*", "+", "??", "*?", "++", "{2}", "{1,3}", "{2,}", "{0,2}+", "{3,200}"]

atoms = st.sampled_from([*ITEMS, *SETS])
patterns = st.recursive(
    atoms,
    lambda inner: st.one_of(
        st.lists(st.one_of(inner, st.sampled_from(ANCHORS)), min_size=1, max_size=5).map("".join),
        st.lists(inner, min_size=1, max_size=3).map(lambda some: f"({'|'.join(some)})"),
        st.lists(inner, min_size=1, max_size=3).map(lambda some: f"(?>{'|'.join(some)})"),
        inner.map(lambda one: f"({one})\\1"),
        inner.map(lambda one: f"({one})?(?(1){one}|b)"),
        inner.map(lambda one: f"(?i:{one})"),
        st.tuples(inner, st.sampled_from(QUANTIFIERS)).map(lambda two: f"(?:{two[0]}){two[1]}"),
    ),
    max_leaves=8,
)
FLAGS = st.sampled_from(
    [0, re.IGNORECASE, re.DOTALL, re.MULTILINE | re.IGNORECASE, re.ASCII, re.ASCII | re.IGNORECASE]
)
noise = st.text("aAkKsSiI7-_ .\n\u00e9\u017f\u212a\u0130\u0131", max_size=12)


@settings(max_examples=150, deadline=None)
@given(st.data(), patterns, FLAGS, noise, noise)
def test_over_str(data, pattern, flags, before, after):
    assume(compiles(pattern, flags))
    text = data.draw(st.one_of(noise, st.from_regex(re.compile(pattern, flags))))
    assert_held(pattern, flags, before + text[:60] + after)


@settings(max_examples=150, deadline=None)
@given(st.data(), patterns.filter(str.isascii), FLAGS, noise, noise)
def test_over_bytes(data, pattern, flags, before, after):
    assume(compiles(pattern.encode(), flags))
    like = st.from_regex(re.compile(pattern, flags | re.ASCII)).map(
        lambda text: text.encode("latin-1", "replace")
    )
    text = data.draw(st.one_of(noise.map(str.encode), like))
    assert_held(pattern.encode(), flags, before.encode() + text[:60] + after.encode("latin-1", "replace"))


@pytest.mark.parametrize(
    "flags", [0, re.IGNORECASE, re.ASCII, re.LOCALE, re.LOCALE | re.IGNORECASE, re.DOTALL]
)
@pytest.mark.parametrize("pattern", [*filter(str.isascii, [*ITEMS, *SETS]), r"[^\W\d]", r"[\xe0-\xff]"])
def test_each_byte_of_a_class(pattern, flags):
    for text in (bytes([value]) for value in range(256)):
        assert_held(pattern.encode(), flags, text)


@pytest.mark.parametrize("flags", [0, re.IGNORECASE, re.ASCII, re.ASCII | re.IGNORECASE, re.DOTALL])
@pytest.mark.parametrize("pattern", [*ITEMS, *SETS, r"[^\W\d]", "[\u212a-\uffff]"])
def test_each_ascii_character_of_a_class_and_those_beside(pattern, flags):
    made = re.compile(superset(pattern, flags).expression.encode())
    compiled = re.compile(pattern, flags)
    for text in map(chr, [*range(0x250), 0x1E9E, *range(0x2000, 0x2200), 0xFB05, 0x1F600]):
        if compiled.match(text):
            assert made.match(text.encode()), text


def test_ignore_case_knows_all_characters_beside_the_ascii_letters():
    beside = {
        character
        for character in map(chr, range(0x80, sys.maxunicode + 1))
        if character.lower() in string.ascii_lowercase or character.upper() in string.ascii_uppercase
    }
    letters = re.compile("[a-z]", re.IGNORECASE)
    assert {one for one in beside | {"\u0130"} if letters.match(one)} == set("\u0130\u0131\u017f\u212a")
    assert not [
        one
        for one in map(chr, range(0x80, 0x3000))
        if letters.match(one) and one not in "\u0130\u0131\u017f\u212a"
    ]


def test_references_to_references_stay_small():
    pattern = b"(ab)" + b"".join(rb"(\%d\%d)" % (number, number) for number in range(1, 20)) + b"end"
    assert len(superset(pattern).expression) < 1000
