"""What patterns cannot do without, and what the standard-library engine makes of it."""

import re
import warnings

import pytest

from tests.secrets_fuzz.__main__ import missed_of_the_pack, tried
from trailers.secrets.prefilter import literals, stdlib
from trailers.secrets.prefilter.gate import gate_of
from trailers.secrets.prefilter.gates import gate_table, joined
from trailers.secrets.prefilter.literals import EVERYWHERE, IN_WORD, NEAR_WORD, Literal
from trailers.secrets.prefilter.stdlib import StdlibPrefilter

BEFORE, AFTER = r"(?<![A-Za-z0-9_])", r"(?![A-Za-z0-9_])"

LITERALS = [
    (BEFORE + "ghp_[A-Za-z0-9]{36}" + AFTER, [Literal(b"ghp_", False, 0, IN_WORD)]),
    ("(?i)npm_[a-z0-9]{36}", [Literal(b"npm_", True, 0, IN_WORD)]),
    ("(?i:datadog)[^\\n]{0,20}[a-f0-9]{32}", [Literal(b"datadog", True, 0, NEAR_WORD)]),
    ("-----BEGIN [A-Z ]{0,20}KEY", [Literal(b"-----BEGIN ", False, 0, EVERYWHERE)]),
    ("[a-z]{1,9}://[^@]{1,9}@", [Literal(b"://", False, -1, EVERYWHERE)]),
    ("(?:sk|rk)_live_x", [Literal(text + b"_live_x", False, 0, EVERYWHERE) for text in (b"sk", b"rk")]),
    ("[Pp]assword=", [Literal(b"password=", True, 0, EVERYWHERE)]),
    ("(?:key|token) {0,3}(?:=|:=|=>|[|][|])", [Literal(t, False, 0, EVERYWHERE) for t in (b"key", b"token")]),
    ("(a)(?(1)b|c)xyz", [Literal(b"abxyz", False, 0, EVERYWHERE), Literal(b"acxyz", False, 0, EVERYWHERE)]),
    ("(?:abc){2}", [Literal(b"abcabc", False, 0, EVERYWHERE)]),
    ("(?>abc)++d", [Literal(b"abc", False, 0, EVERYWHERE)]),
    ("[0-9]abc", [Literal(b"abc", False, 1, EVERYWHERE)]),
]


@pytest.mark.parametrize(("pattern", "expected"), LITERALS, ids=[pattern for pattern, _ in LITERALS])
def test_literals(pattern, expected):
    gate = gate_of(pattern)
    assert set(gate.literals) == set(expected)
    assert gate.runs == ()
    assert gate.anchored == all(literal.offset >= 0 for literal in expected)


RUNS = [
    ("""["'][A-Za-z0-9+/]{24,90}["']""", 24, 1, True),
    (r"(?:[0-9]{1,3}\.){3}[0-9]{1,3}", 7, -1, False),
    ("[a-f0-9]{32}", 32, -1, False),
]


@pytest.mark.parametrize(("pattern", "least", "offset", "anchored"), RUNS, ids=[row[0] for row in RUNS])
def test_runs(pattern, least, offset, anchored):
    gate = gate_of(pattern)
    assert [(run.least, run.offset) for run in gate.runs] == [(least, offset)]
    assert gate.anchored is anchored


EVERY = ["[\\s\\S]{3}", "", "a?", "(?!)", "(?=abc)", "(?L)abc", "(.)\\1", ".*"]


@pytest.mark.parametrize("pattern", EVERY)
def test_what_nothing_is_known_of_is_looked_for_everywhere(pattern):
    gate = gate_of(pattern)
    assert not gate.literals
    assert not gate.anchored


WIDTHS = [("abc", 5), ("a{2,9}", 11), ("(?<=xy)a(?=[b]{7})", 12), ("a+", 0), ("a(?=.*)", 0), ("(a|bcd)?", 5)]


@pytest.mark.parametrize(("pattern", "width"), WIDTHS)
def test_width_with_what_look_arounds_and_anchors_see(pattern, width):
    assert gate_of(pattern).width == width


def test_no_pattern():
    with pytest.raises(re.error):
        gate_table(["a", "(b"])


TEXT = [
    ("(?i)token", "to\u212aen = 1", True),
    ("(?i)secret", "\u017fecret = 1", True),
    ("(?i)api", "AP\u0130", True),
    ("(?ia)token", "to\u212aen = 1", False),
    (r"\w{4}x", "\u00e9\u00e9\u00e9\u00e9x", True),
    ("caf\u00e9", "a caf\u00e9", True),
]


@pytest.mark.parametrize(("pattern", "text", "matches"), TEXT)
def test_str_patterns_beyond_ascii(pattern, text, matches):
    assert bool(re.search(pattern, text)) is matches
    found = StdlibPrefilter(gate_table([pattern], text=True)).candidates(text.encode())
    assert found or not matches


def test_joined_tables_are_one():
    one, two = ["abc", "[0-9]{9}", "x?"], ["(?i)abc", "abc", "[0-9]{9}!", "y?"]
    together = StdlibPrefilter(joined(gate_table(one), gate_table(two)))
    data = b"0123456789! abc ABC"
    expected = sorted(
        StdlibPrefilter(gate_table(one)).candidates(data)
        + [(index + len(one), offset) for index, offset in StdlibPrefilter(gate_table(two)).candidates(data)]
    )
    assert sorted(together.candidates(data)) == expected
    assert list(together.widths) == [*gate_table(one)[0], *gate_table(two)[0]]


def test_the_engine_and_the_derivation_mean_the_same_words():
    assert stdlib._LONG_WORD == literals.LONG_WORD
    assert stdlib._LONGER_WORD == literals.LONGER_WORD
    assert stdlib._NEAR == literals.NEAR
    assert {byte for byte in range(256) if literals.WORD_MEMBERS >> byte & 1} == set(stdlib._WORD)


@pytest.mark.parametrize("start", range(0, 500, 100))
def test_no_match_of_a_random_pattern_is_missed(start):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # random patterns are not tidy
        assert [problem for seed in range(start, start + 100) if (problem := tried(seed))] == []


@pytest.mark.parametrize("seed", range(2))
def test_no_match_of_the_pack_is_missed(seed):
    assert missed_of_the_pack(seed) == ""
